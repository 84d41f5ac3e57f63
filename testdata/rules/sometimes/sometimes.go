// Package sometimes has keys with a tenant on some paths only.
package sometimes

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func branches(ctx context.Context, rdb *redis.Client, tenantID, projectID string, admin bool) {
	key := "project:" + tenantID + ":" + projectID
	if admin {
		key = "project:" + projectID
	}
	rdb.Get(ctx, key) // want `^cache key "project:{projectID}" has no tenant segment, but on other paths it is "project:{tenantID}:{projectID}": add {tenant_id} on every path, or register the key as global$`
}

func both(ctx context.Context, rdb *redis.Client, tenantID, projectID string, draft bool) {
	key := "project:" + tenantID + ":" + projectID
	if draft {
		key = "draft:" + tenantID + ":" + projectID
	}
	rdb.Get(ctx, key)
}

func sentinel(ctx context.Context, rdb *redis.Client, tenantID string, own bool) {
	key := "stats"
	if own {
		key = "of:" + tenantID
	}
	rdb.Get(ctx, key) // want `cache key "stats" has no tenant segment, but on other paths it is "of:{tenantID}"`
}

func key(tenantID, projectID string) (string, bool) {
	if projectID == "" {
		return "", false
	}
	return "project:" + tenantID + ":" + projectID, true
}

// The empty text of the path that has no key is no key.
func failed(ctx context.Context, rdb *redis.Client, tenantID, projectID string) {
	if k, ok := key(tenantID, projectID); ok {
		rdb.Get(ctx, k)
	}
}
