// A repository of another package that takes the tenant out of the context, behind a key that has it; and one that does not.
package otherpackage

import (
	"context"
	"fmt"

	"example.com/keydeps/lib/store"
	"example.com/keydeps/lib/tenant"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	store *store.Store
	cache *lru.Cache[string, *store.Project]
	names *lru.Cache[string, string]
}

func (s *Service) Project(ctx context.Context, id int) (*store.Project, error) {
	key := fmt.Sprintf("%s:%d", tenant.FromContext(ctx), id)
	if p, ok := s.cache.Get(key); ok {
		return p, nil
	}
	p, err := s.store.Project(ctx, id)
	if err != nil {
		return nil, err
	}
	s.cache.Add(key, p)
	return p, nil
}

func (s *Service) Country(ctx context.Context, code string) (string, error) {
	if n, ok := s.names.Get(code); ok {
		return n, nil
	}
	n, err := s.store.Country(ctx, code)
	if err != nil {
		return "", err
	}
	s.names.Add(code, n)
	return n, nil
}
