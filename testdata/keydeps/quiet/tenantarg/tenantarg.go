// An injected look-up is given the tenant that the key has; the context is not asked.
package tenantarg

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type User struct{ ID string }

type Cache struct {
	users  *lru.Cache[string, User]
	lookup func(ctx context.Context, tenantID, userID string) (User, error)
}

func (c *Cache) User(ctx context.Context, tenantID, userID string) (User, error) {
	key := tenantID + "/" + userID
	if u, ok := c.users.Get(key); ok {
		return u, nil
	}
	u, err := c.lookup(ctx, tenantID, userID)
	if err == nil {
		c.users.Add(key, u)
	}
	return u, err
}
