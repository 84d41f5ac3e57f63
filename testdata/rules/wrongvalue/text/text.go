// Package text has text of its own in the tenant's place.
package text

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func all(ctx context.Context, rdb *redis.Client, projectID string) {
	rdb.Get(ctx, "project:all:"+projectID) // want `^cache key "project:all:{projectID}" has the text "all" in the place of {tenant_id}: put the tenant there, or register the key as global$`
}

func neutral(ctx context.Context, rdb *redis.Client, owner, projectID string) {
	rdb.Get(ctx, "project:"+owner+":"+projectID) // want `has owner in the place of {tenant_id}, and nothing shows that to be the tenant: put the tenant there$`
}
