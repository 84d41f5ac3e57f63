package service

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"
)

type scopeKey string

const (
	orgScope  scopeKey = "org_id"
	areaScope scopeKey = "area_id"
)

func orgOf(ctx context.Context) string {
	if id, ok := ctx.Value(orgScope).(string); ok {
		return id
	}
	return ""
}

func areaOf(ctx context.Context) string {
	if id, ok := ctx.Value(areaScope).(string); ok {
		return id
	}
	return ""
}

func scopedKey(ctx context.Context, kind, id string) string {
	var parts []string
	if ctx != nil {
		org, area := orgOf(ctx), areaOf(ctx)
		if org != "" && area != "" {
			parts = append(parts, org, area)
		}
	}
	return strings.Join(append(parts, kind, id), ":")
}

// ScopeOrNone leaves the tenant out where it, or what stands beside it, is
// tested for being empty: the key carries it all the same.
func ScopeOrNone(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, scopedKey(ctx, "item", itemID)) // want `^get item:{itemID} \| {.*org_id.*}:{.*area_id.*}:item:{itemID} yes$`
}
