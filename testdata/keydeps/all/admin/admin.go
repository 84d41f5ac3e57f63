// Control dependence: an admin sees more.
package admin

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	cache        *lru.Cache[string, string]
	full, public func(id string) string
}

func (s *Service) View(id string, admin bool) string {
	if v, ok := s.cache.Get(id); ok {
		return v
	}
	var v string
	if admin {
		v = s.full(id)
	} else {
		v = s.public(id)
	}
	s.cache.Add(id, v) // want `depends on admin \(admin.go:18\)`
	return v
}
