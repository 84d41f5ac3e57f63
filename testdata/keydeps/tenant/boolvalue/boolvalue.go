// What is cached is a yes or a no.
package boolvalue

import (
	"context"
	"sync"
)

type Checks struct {
	mu    sync.Mutex
	known map[string]bool
	check func(ctx context.Context, orgID, user, perm string) (bool, error)
}

func (c *Checks) lookup(key string) (bool, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	ok, hit := c.known[key]
	return ok, hit
}

func (c *Checks) store(key string, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known[key] = ok
}

func (c *Checks) May(ctx context.Context, orgID, user, perm string) (bool, error) {
	k := user + "/" + perm
	if ok, hit := c.lookup(k); hit {
		return ok, nil
	}
	ok, err := c.check(ctx, orgID, user, perm)
	if err != nil {
		return false, err
	}
	c.store(k, ok) // want `depends on orgID`
	return ok, nil
}
