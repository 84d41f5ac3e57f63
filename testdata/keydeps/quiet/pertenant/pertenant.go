// There is a cache for each tenant, and the right one is picked.
package pertenant

import (
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	mu     sync.Mutex
	caches map[string]*lru.Cache[string, string]
	load   func(tenantID, id string) (string, error)
}

func (r *Repo) cache(tenantID string) *lru.Cache[string, string] {
	r.mu.Lock()
	defer r.mu.Unlock()
	c := r.caches[tenantID]
	if c == nil {
		c, _ = lru.New[string, string](100)
		r.caches[tenantID] = c
	}
	return c
}

func (r *Repo) Get(tenantID, id string) (string, error) {
	c := r.cache(tenantID)
	if v, ok := c.Get(id); ok {
		return v, nil
	}
	v, err := r.load(tenantID, id)
	if err == nil {
		c.Add(id, v)
	}
	return v, err
}
