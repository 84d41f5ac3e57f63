// A function of another package takes the tenant out of the context, and fills what it is given.
package outcontext

import (
	"context"

	"example.com/keydeps/lib/fill"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	q     *fill.Queries
	cache *lru.Cache[string, *fill.Project]
}

func (s *Service) Project(ctx context.Context, id string) (*fill.Project, error) {
	if p, ok := s.cache.Get(id); ok {
		return p, nil
	}
	p := &fill.Project{}
	if err := s.q.Own(ctx, id, p); err != nil {
		return nil, err
	}
	s.cache.Add(id, p) // want `value cached under "\{id\}" depends on tenant.FromContext\(ctx\)`
	return p, nil
}
