// The user is the tenant, and is in the key and in the context: the call is given both.
package usertenant

import (
	"context"
	"sync"
)

type tenantID struct{}

// TenantID says whose request it is.
func TenantID(ctx context.Context) (string, bool) {
	id, ok := ctx.Value(tenantID{}).(string)
	return id, ok
}

type Deletion struct{ Start, End int64 }

type Cache struct {
	mu     sync.Mutex
	found  map[string][]Deletion
	remote func(ctx context.Context, userID string) ([]Deletion, error)
}

func (c *Cache) Deletions(ctx context.Context, userID string) ([]Deletion, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if rs, ok := c.found[userID]; ok {
		return rs, nil
	}
	rs, err := c.remote(ctx, userID)
	if err != nil {
		return nil, err
	}
	c.found[userID] = rs
	return rs, nil
}
