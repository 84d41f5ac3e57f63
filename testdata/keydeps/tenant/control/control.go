// The tenant chooses the value without being part of it.
package control

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	cache *lru.Cache[string, string]
	a, b  func(id string) string
}

func (s *Service) Get(tenantID, id string) string {
	if v, ok := s.cache.Get(id); ok {
		return v
	}
	v := s.a(id)
	if tenantID == "acme" {
		v = s.b(id)
	}
	s.cache.Add(id, v) // want `depends on tenantID \(control.go:18\)`
	return v
}
