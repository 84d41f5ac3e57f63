// An interface of one's own that is a cache by its form: get, miss, set.
package plainiface

import (
	"context"
	"time"
)

type Cache interface {
	Get(ctx context.Context, key string, dest any) error
	Set(ctx context.Context, key string, value any, ttl time.Duration) error
}

type Project struct{ Name string }

type Repo struct {
	cache Cache
	find  func(ctx context.Context, tenantID, id string) (*Project, error)
}

func (r *Repo) Project(ctx context.Context, tenantID, id string) (*Project, error) {
	var p Project
	if err := r.cache.Get(ctx, "project:"+id, &p); err == nil {
		return &p, nil
	}
	v, err := r.find(ctx, tenantID, id)
	if err != nil {
		return nil, err
	}
	return v, r.cache.Set(ctx, "project:"+id, v, time.Hour) // want `value cached under "project:\{id\}" depends on tenantID`
}
