// Package enumerable has tenants that can be counted.
package enumerable

import (
	"context"
	"fmt"
	"strconv"

	"github.com/redis/go-redis/v9"
)

func counted(ctx context.Context, rdb *redis.Client, tenantID int64, projectID string) {
	rdb.Get(ctx, fmt.Sprintf("project:%d:%s", tenantID, projectID))        // want `^cache key "project:{tenantID}:{projectID}" has an integer for {tenant_id}, which can be guessed by counting: use the tenant's uuid$`
	rdb.Get(ctx, "project:"+strconv.FormatInt(tenantID, 10)+":"+projectID) // want `has an integer for {tenant_id}`
}

func uuid(ctx context.Context, rdb *redis.Client, tenantID, projectID string) {
	rdb.Get(ctx, fmt.Sprintf("project:%s:%s", tenantID, projectID))
}
