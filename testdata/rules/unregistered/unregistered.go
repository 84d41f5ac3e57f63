// Package unregistered has keys with a tenant that nobody registered.
package unregistered

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func people(ctx context.Context, rdb *redis.Client, tenantID, memberID string) {
	rdb.Get(ctx, "members:"+tenantID+":"+memberID) // want `^cache key "members:{tenantID}:{memberID}" is not registered: register it, or use "member:{tenant_id}:{member_id}" \(member\)$`
	rdb.Get(ctx, "member:"+tenantID+":"+memberID)
	rdb.Get(ctx, "member:"+tenantID) // want `"member:{tenantID}" is not registered`
}
