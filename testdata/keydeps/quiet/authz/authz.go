// The tenant is checked before; the value is global.
package authz

import (
	"context"
	"errors"

	"example.com/keydeps/lib/tenant"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	allowed   func(ctx context.Context, tenantID, user string) (bool, error)
	countries *lru.Cache[string, string]
	country   func(code string) (string, error)
	rate      func(tenantID string) bool
}

func (s *Service) Country(ctx context.Context, user, code string) (string, error) {
	tenantID := string(tenant.FromContext(ctx))
	ok, err := s.allowed(ctx, tenantID, user)
	if err != nil {
		return "", err
	}
	if !ok {
		return "", errors.New("forbidden")
	}
	if !s.rate(tenantID) {
		return "", errors.New("too many")
	}
	if v, ok := s.countries.Get(code); ok {
		return v, nil
	}
	v, err := s.country(code)
	if err != nil {
		return "", err
	}
	s.countries.Add(code, v)
	return v, nil
}
