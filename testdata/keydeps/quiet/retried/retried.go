// A helper of another package runs the look-up again when it fails: all that it hands out is the look-up's.
package retried

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/keydeps/lib/retry"
)

type Repo struct {
	find func(ctx context.Context, id string) (string, error)
	rdb  *redis.Client
}

func (r *Repo) Name(ctx context.Context, id string) (string, error) {
	key := "name:" + id
	if v, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	v, err := retry.Do(ctx, func() (string, error) { return r.find(ctx, id) })
	if err != nil {
		return "", err
	}
	return v, r.rdb.Set(ctx, key, v, time.Minute).Err()
}
