// A field of the loaded value is filled in from the tenant.
package mutated

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type View struct{ ID, Logo string }

type Service struct {
	cache *lru.Cache[string, *View]
	load  func(id string) *View
	logo  func(tenantID string) string
}

func (s *Service) View(tenantID, id string) *View {
	if v, ok := s.cache.Get(id); ok {
		return v
	}
	v := s.load(id)
	v.Logo = s.logo(tenantID)
	s.cache.Add(id, v) // want `depends on tenantID \(mutated.go:21\)`
	return v
}
