// The tenant is put into the context that the loader reads.
package ctxwith

import (
	"context"

	"example.com/keydeps/lib/store"
	"example.com/keydeps/lib/tenant"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	store *store.Store
	cache *lru.Cache[int, *store.Project]
}

func (s *Service) Project(ctx context.Context, org string, id int) (*store.Project, error) {
	if p, ok := s.cache.Get(id); ok {
		return p, nil
	}
	ctx = tenant.NewContext(ctx, tenant.ID(org))
	p, err := s.store.Project(ctx, id)
	if err != nil {
		return nil, err
	}
	s.cache.Add(id, p) // want `value cached under "\{id\}" depends on org `
	return p, nil
}
