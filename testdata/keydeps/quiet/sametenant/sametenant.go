// The key has the tenant by its slug, the query by its id.
package sametenant

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Tenant struct{ ID, Slug string }

type Repo struct {
	load  func(tenantID, id string) (string, error)
	cache *lru.Cache[string, string]
}

func (r *Repo) Get(t Tenant, id string) (string, error) {
	key := t.Slug + ":" + id
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	v, err := r.load(t.ID, id)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}
