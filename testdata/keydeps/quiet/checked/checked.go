// The tenant is compared with what was loaded; it only leads to an error.
package checked

import (
	"errors"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Project struct{ ID, TenantID, Name string }

type Repo struct {
	load  func(id string) (*Project, error)
	cache *lru.Cache[string, *Project]
}

func (r *Repo) Get(tenantID, id string) (*Project, error) {
	p, ok := r.cache.Get(id)
	if !ok {
		var err error
		if p, err = r.load(id); err != nil {
			return nil, err
		}
		r.cache.Add(id, p)
	}
	if p.TenantID != tenantID {
		return nil, errors.New("forbidden")
	}
	return p, nil
}
