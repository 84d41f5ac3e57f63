// An injected function finds out who someone is by an id alone, and gets the context of the caller: a guess, and said to be one.
package identity

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type User struct{ ID, Name string }

type Cache struct {
	users  *lru.Cache[string, User]
	lookup func(ctx context.Context, userID string) (User, error)
}

func (c *Cache) User(ctx context.Context, userID string) (User, error) {
	if u, ok := c.users.Get(userID); ok {
		return u, nil
	}
	u, err := c.lookup(ctx, userID)
	if err != nil {
		return User{}, err
	}
	c.users.Add(userID, u) // want `value cached under "\{userID\}" depends on the caller in the context of c.lookup\(ctx, userID\) \(identity.go:21\)`
	return u, nil
}
