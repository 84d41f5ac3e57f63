// The key's own method, in another package, has each field.
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
	if v, ok := r.cache.Get(q.Key()); ok {
		return v, nil
	}
	v, err := r.find(q.TenantID, q.ID)
	if err == nil {
		r.cache.Add(q.Key(), v)
	}
	return v, err
}
