// A hit is compared, but not with the tenant.
package hitothercheck

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Project struct{ ID, TenantID, Name string }

type Repo struct {
	load  func(tenantID, id string) (*Project, error)
	cache *lru.Cache[string, *Project]
}

func (r *Repo) Get(tenantID, id string) (*Project, error) {
	if p, ok := r.cache.Get(id); ok && p.ID == id {
		return p, nil
	}
	p, err := r.load(tenantID, id)
	if err != nil {
		return nil, err
	}
	if p.TenantID != tenantID {
		return p, nil
	}
	r.cache.Add(id, p) // want `value cached under "\{id\}" depends on tenantID`
	return p, nil
}
