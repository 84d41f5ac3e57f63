// The receiver's tenant is in its prefix: both are set where the repository is made.
package fieldprefix

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	rdb      *redis.Client
	tenantID string
	prefix   string
	find     func(tenantID, id string) (string, error)
}

func For(rdb *redis.Client, tenantID string, find func(tenantID, id string) (string, error)) *Repo {
	return &Repo{rdb: rdb, tenantID: tenantID, prefix: fmt.Sprintf("t:%s:", tenantID), find: find}
}

func (r *Repo) Name(ctx context.Context, id string) (string, error) {
	key := r.prefix + id
	if v, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	v, err := r.find(r.tenantID, id)
	if err != nil {
		return "", err
	}
	return v, r.rdb.Set(ctx, key, v, 0).Err()
}
