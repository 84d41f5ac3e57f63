// A lock holds who has it.
package lock

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

func Lock(ctx context.Context, rdb *redis.Client, name, owner string) (bool, error) {
	return rdb.SetNX(ctx, "lock:"+name, owner, time.Minute).Result()
}
