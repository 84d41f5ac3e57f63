// A repository of another package takes the tenant out of the context: known by a fact.
package otherpackage

import (
	"context"

	"example.com/keydeps/lib/store"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	store *store.Store
	cache *lru.Cache[int, *store.Project]
}

func (s *Service) Project(ctx context.Context, id int) (*store.Project, error) {
	if p, ok := s.cache.Get(id); ok {
		return p, nil
	}
	p, err := s.store.Project(ctx, id)
	if err != nil {
		return nil, err
	}
	s.cache.Add(id, p) // want `value cached under "\{id\}" depends on tenant.FromContext\(ctx\) \(otherpackage.go:20\)`
	return p, nil
}
