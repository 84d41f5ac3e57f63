// The value is stored in a goroutine.
package goset

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	rdb  *redis.Client
	find func(ctx context.Context, tenantID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, tenantID, id string) (string, error) {
	if n, err := r.rdb.Get(ctx, "name:"+id).Result(); err == nil {
		return n, nil
	}
	name, err := r.find(ctx, tenantID, id)
	if err != nil {
		return "", err
	}
	go func() {
		_ = r.rdb.Set(context.WithoutCancel(ctx), "name:"+id, name, 0).Err() // want `value cached under "name:\{id\}" depends on tenantID`
	}()
	return name, nil
}
