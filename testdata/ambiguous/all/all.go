// Package all has keys that only -keyambiguous.all reports.
package all

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"
)

func user(ctx context.Context, rdb *redis.Client, tenantID, userID string) {
	rdb.Get(ctx, "user:"+tenantID+":"+userID) // want `cache key "user:\{tenantID\}:\{userID\}" is ambiguous: tenantID="a" userID="b:c" and tenantID="a:b" userID="c"`
}

func list(ctx context.Context, rdb *redis.Client, ids []string) {
	rdb.Get(ctx, "users:"+strings.Join(ids, ",")) // want `is ambiguous: ids\[0\]="a" ids\[1\]="b,c" and ids\[0\]="a,b" ids\[1\]="c"`
}
