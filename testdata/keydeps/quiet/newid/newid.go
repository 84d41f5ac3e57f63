// The key is an id that was made just now.
package newid

import lru "github.com/hashicorp/golang-lru/v2"

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

type Project struct{ ID, TenantID, Name string }

func (r *Repo) Create(projects *lru.Cache[string, *Project], newID func() string, tenantID, name string) *Project {
	p := &Project{ID: newID(), TenantID: tenantID, Name: name}
	projects.Add(p.ID, p)
	return p
}
