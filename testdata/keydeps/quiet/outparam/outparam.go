// The tenant is given to a function of another package that only logs it.
package outparam

import (
	"context"

	"example.com/keydeps/lib/fill"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	q     *fill.Queries
	log   func(string)
	cache *lru.Cache[string, string]
}

func (s *Service) Country(ctx context.Context, tenantID, code string) (string, error) {
	if n, ok := s.cache.Get(code); ok {
		return n, nil
	}
	var name string
	if err := s.q.Country(ctx, s.log, tenantID, code, &name); err != nil {
		return "", err
	}
	s.cache.Add(code, name)
	return name, nil
}
