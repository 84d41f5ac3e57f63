// The cache itself is picked by the tenant.
package sharded

import (
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	mu     sync.Mutex
	shards map[string]*lru.Cache[string, string]
	find   func(tenantID, id string) (string, error)
}

func (r *Repo) shard(tenantID string) (*lru.Cache[string, string], error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if c, ok := r.shards[tenantID]; ok {
		return c, nil
	}
	c, err := lru.New[string, string](100)
	if err == nil {
		r.shards[tenantID] = c
	}
	return c, err
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	c, err := r.shard(tenantID)
	if err != nil {
		return "", err
	}
	if v, ok := c.Get(id); ok {
		return v, nil
	}
	v, err := r.find(tenantID, id)
	if err == nil {
		c.Add(id, v)
	}
	return v, err
}
