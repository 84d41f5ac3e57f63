// The value is stored in a deferred call.
package deferset

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
}

func (r *Repo) Name(tenantID, id string) (name string, err error) {
	if n, ok := r.cache.Get(id); ok {
		return n, nil
	}
	defer func() {
		if err == nil {
			r.cache.Add(id, name) // want `value cached under "\{id\}" depends on tenantID`
		}
	}()
	return r.find(tenantID, id)
}
