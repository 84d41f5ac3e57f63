// Each row of a list under its id.
package rowsbyid

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Project struct{ ID, Name string }

type Repo struct {
	list  func(tenantID string) ([]Project, error)
	cache *lru.Cache[string, Project]
}

func (r *Repo) Warm(tenantID string) error {
	ps, err := r.list(tenantID)
	if err != nil {
		return err
	}
	for _, p := range ps {
		r.cache.Add(p.ID, p)
	}
	return nil
}
