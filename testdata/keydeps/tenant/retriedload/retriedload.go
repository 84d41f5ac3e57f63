// The look-up that is run again when it fails is given a tenant that the key leaves out.
package retriedload

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/keydeps/lib/retry"
)

type Repo struct {
	find func(ctx context.Context, tenantID, id string) (string, error)
	rdb  *redis.Client
}

func (r *Repo) Name(ctx context.Context, tenantID, id string) (string, error) {
	key := "name:" + id // want `depends on tenantID`
	if v, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	v, err := retry.Do(ctx, func() (string, error) { return r.find(ctx, tenantID, id) })
	if err != nil {
		return "", err
	}
	return v, r.rdb.Set(ctx, key, v, time.Minute).Err()
}
