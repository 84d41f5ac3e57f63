// Package nokeys has a registry without keys: nothing can be unregistered yet.
package nokeys

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func people(ctx context.Context, rdb *redis.Client, tenantID, memberID string) {
	rdb.Get(ctx, "members:"+tenantID+":"+memberID)
	rdb.Get(ctx, "members:"+memberID) // want `"members:{memberID}" has no tenant segment`
}
