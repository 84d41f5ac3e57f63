// Nobody's context.
package background2

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type User struct{ ID string }

type Cache struct {
	users  *lru.Cache[string, User]
	lookup func(ctx context.Context, userID string) (User, error)
}

func (c *Cache) User(userID string) (User, error) {
	if u, ok := c.users.Get(userID); ok {
		return u, nil
	}
	u, err := c.lookup(context.Background(), userID)
	if err == nil {
		c.users.Add(userID, u)
	}
	return u, err
}
