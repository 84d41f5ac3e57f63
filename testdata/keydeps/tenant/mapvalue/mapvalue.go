// The value is a map that is filled step by step.
package mapvalue

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	cache *lru.Cache[string, map[string]any]
	name  func(id string) string
	quota func(tenantID string) int
}

func (s *Service) Card(tenantID, id string) map[string]any {
	if m, ok := s.cache.Get(id); ok {
		return m
	}
	m := map[string]any{"name": s.name(id)}
	m["quota"] = s.quota(tenantID)
	s.cache.Add(id, m) // want `depends on tenantID \(mapvalue.go:19\)`
	return m
}
