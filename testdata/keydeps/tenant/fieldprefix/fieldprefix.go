// The receiver's prefix is not made of its tenant.
package fieldprefix

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	rdb      *redis.Client
	tenantID string
	prefix   string
	find     func(tenantID, id string) (string, error)
}

func For(rdb *redis.Client, tenantID, version string, find func(tenantID, id string) (string, error)) *Repo {
	return &Repo{rdb: rdb, tenantID: tenantID, prefix: version + ":", find: find}
}

func (r *Repo) Name(ctx context.Context, id string) (string, error) {
	key := r.prefix + id // want `depends on r.tenantID`
	if v, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	v, err := r.find(r.tenantID, id)
	if err != nil {
		return "", err
	}
	return v, r.rdb.Set(ctx, key, v, 0).Err()
}
