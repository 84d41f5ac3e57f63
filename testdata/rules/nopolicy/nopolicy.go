// Package nopolicy has no registry: nobody said what the tenant is.
package nopolicy

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func get(ctx context.Context, rdb *redis.Client, projectID string) {
	rdb.Get(ctx, "project:"+projectID)
}
