// Package faulty has keys of a registry that does not keep tenants apart: it is
// said at the first key of each pattern.
package faulty

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

func document(ctx context.Context, rdb *redis.Client, tenantID, title string) {
	rdb.Get(ctx, "doc:"+tenantID+":"+title) //tenantkey:global it is known, and so told at the next one
	rdb.Get(ctx, "doc:"+tenantID+":"+title)
	rdb.Get(ctx, "doc:"+tenantID+":"+title)
}

// The number has no colon, so that the last one parts it from the tenant.
func page(ctx context.Context, rdb *redis.Client, tenantID string, projectID int) {
	rdb.Get(ctx, fmt.Sprintf("page:%s:%d", tenantID, projectID))
}

// Each of the two is at fault for what they share.
func lines(ctx context.Context, rdb *redis.Client, tenantID string, projectID, n int) {
	rdb.Get(ctx, fmt.Sprintf("line:%s:%d:%d", tenantID, projectID, n))
	rdb.Get(ctx, fmt.Sprintf("line:%s:%d", tenantID, projectID))
	rdb.Get(ctx, "other")
}
