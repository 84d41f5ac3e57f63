// An interface that is called a cache: complete keys, and sets that no miss leads to.
package cacheiface

import (
	"context"
	"time"
)

type Cache interface {
	Get(ctx context.Context, key string, dest any) error
	Set(ctx context.Context, key string, value any, ttl time.Duration) error
}

type Project struct{ ID, Name string }

type Repo struct {
	cache  Cache
	find   func(ctx context.Context, tenantID, id string) (*Project, error)
	insert func(ctx context.Context, tenantID string, p *Project) error
}

func (r *Repo) Project(ctx context.Context, tenantID, id string) (*Project, error) {
	var p Project
	key := tenantID + ":project:" + id
	if err := r.cache.Get(ctx, key, &p); err == nil {
		return &p, nil
	}
	v, err := r.find(ctx, tenantID, id)
	if err != nil {
		return nil, err
	}
	return v, r.cache.Set(ctx, key, v, time.Hour)
}

func (r *Repo) Create(ctx context.Context, tenantID string, p *Project) error {
	if err := r.insert(ctx, tenantID, p); err != nil {
		return err
	}
	return r.cache.Set(ctx, p.ID, p, time.Hour)
}
