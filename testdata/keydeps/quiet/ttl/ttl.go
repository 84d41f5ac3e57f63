// Timeouts, ttls and clocks change how a value is fetched and kept, not which it is.
package ttl

import (
	"context"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	rdb *redis.Client
	ask func(ctx context.Context, id string) (string, error)
	now func() time.Time
}

func (r *Repo) Get(ctx context.Context, id string, timeout, ttl time.Duration) (string, error) {
	if v, err := r.rdb.Get(ctx, "x:"+id).Result(); err == nil {
		return v, nil
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	v, err := r.ask(ctx, id)
	if err != nil {
		return "", err
	}
	v = fmt.Sprintf("%s@%d", v, r.now().Unix())
	return v, r.rdb.Set(ctx, "x:"+id, v, ttl).Err()
}
