// What the loader takes out of the context was put there just before, and is in the key.
package ctxwith

import (
	"context"

	"example.com/keydeps/lib/store"
	"example.com/keydeps/lib/tenant"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	store *store.Store
	cache *lru.Cache[project, *store.Project]
}

type project struct {
	owner string
	id    int
}

func (s *Service) Project(ctx context.Context, owner string, id int) (*store.Project, error) {
	k := project{owner, id}
	if p, ok := s.cache.Get(k); ok {
		return p, nil
	}
	ctx = tenant.NewContext(ctx, tenant.ID(owner))
	p, err := s.store.Project(ctx, id)
	if err != nil {
		return nil, err
	}
	s.cache.Add(k, p)
	return p, nil
}
