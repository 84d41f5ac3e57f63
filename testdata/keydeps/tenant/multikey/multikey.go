// A cache that takes a key in two parts.
package multikey

import (
	"context"
	"time"
)

type CacheService interface {
	GetProject(ctx context.Context, userID, projectID string) (*Project, bool)
	SetProject(ctx context.Context, userID, projectID string, p *Project, ttl time.Duration)
}

type Project struct{ ID, Name string }

type Repo struct {
	cache CacheService
	find  func(ctx context.Context, orgID, userID, id string) (*Project, error)
}

func (r *Repo) Project(ctx context.Context, orgID, userID, id string) (*Project, error) {
	if p, ok := r.cache.GetProject(ctx, userID, id); ok {
		return p, nil
	}
	p, err := r.find(ctx, orgID, userID, id)
	if err != nil {
		return nil, err
	}
	r.cache.SetProject(ctx, userID, id, p, time.Minute) // want `depends on orgID`
	return p, nil
}
