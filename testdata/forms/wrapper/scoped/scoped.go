// Package scoped is a cache that adds the tenant by itself: callers need not
// have it in the keys that they pass.
package scoped

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type contextKey struct{}

// TenantID returns the tenant of the request.
func TenantID(ctx context.Context) string {
	tenantID, _ := ctx.Value(contextKey{}).(string)
	return tenantID
}

// A Cache belongs to all tenants.
type Cache struct{ RDB *redis.Client }

// Get puts the tenant of the context before the key, which is then the
// tenant's whatever the caller passes.
func (c Cache) Get(ctx context.Context, key string) (string, error) {
	return c.RDB.Get(ctx, TenantID(ctx)+":"+key).Result() // want `^get {(?:[^{}]|{[^{}]*})*}:{key} yes$`
}
