// The thing is keyed by its id; its tenant is a field of it.
package ownstruct

import (
	"context"
	"encoding/json"

	"github.com/redis/go-redis/v9"
)

type Project struct {
	ID       string
	TenantID string
	Name     string
}

type View struct{ Title, Plan string }

type Repo struct {
	rdb  *redis.Client
	plan func(ctx context.Context, tenantID string) (string, error)
}

func (r *Repo) View(ctx context.Context, p *Project) (*View, error) {
	key := "view:" + p.ID
	var v View
	if b, err := r.rdb.Get(ctx, key).Bytes(); err == nil && json.Unmarshal(b, &v) == nil {
		return &v, nil
	}
	plan, err := r.plan(ctx, p.TenantID)
	if err != nil {
		return nil, err
	}
	v = View{Title: p.Name, Plan: plan}
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return &v, r.rdb.Set(ctx, key, b, 0).Err()
}
