// Names are unique within a tenant only: each row is stored under its name.
package listnames

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Project struct{ ID, Name string }

type Repo struct {
	list  func(ctx context.Context, tenantID string) ([]Project, error)
	cache *lru.Cache[string, Project]
}

func (r *Repo) Warm(ctx context.Context, tenantID string) error {
	ps, err := r.list(ctx, tenantID)
	if err != nil {
		return err
	}
	for _, p := range ps {
		r.cache.Add(p.Name, p) // want `value cached under "\{p.Name\}" depends on tenantID`
	}
	return nil
}
