// A request object is handed whole to the look-up; the key has its id only.
package reqstruct

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type GetProjectRequest struct{ TenantID, ID string }

type Backend interface {
	Project(ctx context.Context, req GetProjectRequest) (string, error)
}

type Service struct {
	b     Backend
	cache *lru.Cache[string, string]
}

func (s *Service) Project(ctx context.Context, req GetProjectRequest) (string, error) {
	if v, ok := s.cache.Get(req.ID); ok {
		return v, nil
	}
	v, err := s.b.Project(ctx, req)
	if err != nil {
		return "", err
	}
	s.cache.Add(req.ID, v) // want `value cached under "\{req.ID\}" depends on req.TenantID`
	return v, nil
}
