// A token names the same login for everyone, and what the key has of the context is the caller.
package carriedtoken

import (
	"context"

	"example.com/keydeps/lib/claims"
	"example.com/keydeps/lib/tenant"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Sessions interface {
	Of(ctx context.Context, token string) (string, error)
	Role(ctx context.Context, name string) (string, error)
}

type Cache struct {
	sessions Sessions
	names    *lru.Cache[string, string]
}

func TenantOf(ctx context.Context) string { return string(tenant.FromContext(ctx)) }

func (c *Cache) Name(ctx context.Context, token string) (string, error) {
	if v, ok := c.names.Get(token); ok {
		return v, nil
	}
	v, err := c.sessions.Of(ctx, token)
	if err == nil {
		c.names.Add(token, v)
	}
	return v, err
}

func (c *Cache) Role(ctx context.Context, name string) (string, error) {
	key := claims.FromContext(ctx).Subject + "/" + name
	if v, ok := c.names.Get(key); ok {
		return v, nil
	}
	v, err := c.sessions.Role(ctx, name)
	if err == nil {
		c.names.Add(key, v)
	}
	return v, err
}
