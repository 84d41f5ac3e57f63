// Package gathered builds keys with a builder of another package. What a method
// of another package writes into its receiver is not known: there are no facts
// of that. The key is unknown, with and without the tenant; a person would see
// both.
package gathered

import (
	"context"

	"github.com/redis/go-redis/v9"

	"example.com/limits/gathered/keybytes"
)

// WithTenant has the tenant.
func WithTenant(ctx context.Context, rdb *redis.Client, free chan *keybytes.Builder, tenantID, itemID string) {
	b := keybytes.Get(free)
	b.Add(tenantID)
	b.Add(itemID)
	rdb.Get(ctx, b.Key()) // want `^get {[^{}]*} unknown$`
}

// WithoutTenant lacks it.
func WithoutTenant(ctx context.Context, rdb *redis.Client, free chan *keybytes.Builder, itemID string) {
	b := keybytes.Get(free)
	b.Add("item")
	b.Add(itemID)
	rdb.Get(ctx, b.Key()) // want `^get {[^{}]*} unknown$`
}
