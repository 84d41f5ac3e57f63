// A view of a shared cache that puts the tenant before each key.
package prefixed

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Scoped struct {
	rdb    *redis.Client
	prefix string
}

func For(rdb *redis.Client, tenantID string) *Scoped { return &Scoped{rdb, "t:" + tenantID + ":"} }

func (s *Scoped) Remember(ctx context.Context, key string, load func() (string, error)) (string, error) {
	if v, err := s.rdb.Get(ctx, s.prefix+key).Result(); err == nil {
		return v, nil
	}
	v, err := load()
	if err != nil {
		return "", err
	}
	return v, s.rdb.Set(ctx, s.prefix+key, v, 0).Err()
}

type Repo struct {
	rdb  *redis.Client
	find func(tenantID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, tenantID, id string) (string, error) {
	return For(r.rdb, tenantID).Remember(ctx, "name:"+id, func() (string, error) { return r.find(tenantID, id) })
}
