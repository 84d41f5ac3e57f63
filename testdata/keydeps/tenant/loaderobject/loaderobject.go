// A get-or-load function of one's own that is given an object which loads.
package loaderobject

import (
	"context"
	"sync"
)

type Loader interface {
	Load(ctx context.Context, key string) (string, error)
}

type Cache struct{ m sync.Map }

func (c *Cache) Get(ctx context.Context, key string, l Loader) (string, error) {
	if v, ok := c.m.Load(key); ok {
		return v.(string), nil
	}
	v, err := l.Load(ctx, key)
	if err == nil {
		c.m.Store(key, v)
	}
	return v, err
}

type names struct {
	tenantID string
	find     func(tenantID, id string) (string, error)
}

func (n names) Load(ctx context.Context, id string) (string, error) { return n.find(n.tenantID, id) }

type Repo struct {
	c    *Cache
	find func(tenantID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, tenantID, id string) (string, error) {
	return r.c.Get(ctx, id, names{tenantID, r.find}) // want `value cached under "\{id\}" depends on tenantID`
}
