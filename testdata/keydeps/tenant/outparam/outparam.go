// A function of another package fills what it is given.
package outparam

import (
	"context"

	"example.com/keydeps/lib/fill"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	q     *fill.Queries
	cache *lru.Cache[string, fill.Project]
}

func (s *Service) Project(ctx context.Context, tenantID, id string) (fill.Project, error) {
	if p, ok := s.cache.Get(id); ok {
		return p, nil
	}
	var p fill.Project
	if err := s.q.Project(ctx, &p, tenantID, id); err != nil {
		return p, err
	}
	s.cache.Add(id, p) // want `value cached under "\{id\}" depends on tenantID \(outparam.go:21\)`
	return p, nil
}
