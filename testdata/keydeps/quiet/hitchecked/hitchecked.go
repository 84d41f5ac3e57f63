// A hit counts only when it is the caller's tenant's own.
package hitchecked

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Project struct{ ID, TenantID, Name string }

type Repo struct {
	load  func(tenantID, id string) (*Project, error)
	cache *lru.Cache[string, *Project]
}

func (r *Repo) Get(tenantID, id string) (*Project, error) {
	if p, ok := r.cache.Get(id); ok && p.TenantID == tenantID {
		return p, nil
	}
	p, err := r.load(tenantID, id)
	if err != nil {
		return nil, err
	}
	r.cache.Add(id, p)
	return p, nil
}
