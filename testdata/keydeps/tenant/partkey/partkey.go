// The key's own method, in another package, leaves the tenant out.
package partkey

import (
	"example.com/keydeps/lib/claims"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
}

func (r *Repo) Name(q claims.Query) (string, error) {
	if v, ok := r.cache.Get(q.CacheKey()); ok {
		return v, nil
	}
	v, err := r.find(q.TenantID, q.ID)
	if err == nil {
		r.cache.Add(q.CacheKey(), v) // want `depends on q.TenantID`
	}
	return v, err
}
