// Package unresolved has keys that can't be known. The rule says so only when
// it is asked to.
package unresolved

import (
	"context"
	"encoding/json"

	"github.com/redis/go-redis/v9"
)

func decoded(ctx context.Context, rdb *redis.Client, data []byte) {
	var req struct{ Key string }
	if json.Unmarshal(data, &req) == nil {
		rdb.Get(ctx, req.Key) // want `^cache key ".*" can't be checked for a tenant: it comes from .*$`
	}
}
