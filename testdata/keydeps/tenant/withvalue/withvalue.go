// The tenant is put into the context of the look-up.
package withvalue

import (
	"context"

	"example.com/keydeps/lib/tenant"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	find  func(ctx context.Context, id string) (string, error)
	cache *lru.Cache[string, string]
}

func (s *Service) Get(ctx context.Context, id string, t tenant.ID) (string, error) {
	if v, ok := s.cache.Get(id); ok {
		return v, nil
	}
	v, err := s.find(tenant.NewContext(ctx, t), id)
	if err != nil {
		return "", err
	}
	s.cache.Add(id, v) // want `depends on t `
	return v, nil
}
