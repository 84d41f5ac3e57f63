// Counters, queues and sets have no answers to keys.
package counter

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func Count(ctx context.Context, rdb *redis.Client, userID, tenantID string, job func(tenantID string) string) {
	rdb.Incr(ctx, "hits")
	rdb.LPush(ctx, "jobs", job(tenantID))
	rdb.SAdd(ctx, "online", userID)
	rdb.Publish(ctx, "events", job(tenantID))
}
