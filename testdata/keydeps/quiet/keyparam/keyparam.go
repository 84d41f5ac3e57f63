// The key is the callers': one of them puts the tenant in.
package keyparam

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	load  func(tenantID, id string) (string, error)
}

func (r *Repo) get(key, tenantID, id string) (string, error) {
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	v, err := r.load(tenantID, id)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}

func (r *Repo) Get(tenantID, id string) (string, error) { return r.get(tenantID+"/"+id, tenantID, id) }
