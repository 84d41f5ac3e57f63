// A get-or-load function that is given its key and its loader in a struct.
package optionstruct

import (
	"context"
	"sync"
	"time"
)

type Options[T any] struct {
	Key  string
	TTL  time.Duration
	Load func(context.Context) (T, error)
}

type Cache struct {
	mu sync.Mutex
	m  map[string]any
}

func Fetch[T any](ctx context.Context, c *Cache, o Options[T]) (T, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.m[o.Key]; ok {
		return v.(T), nil
	}
	v, err := o.Load(ctx)
	if err != nil {
		return v, err
	}
	c.m[o.Key] = v
	return v, nil
}

type Repo struct {
	c    *Cache
	find func(ctx context.Context, tenantID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, tenantID, id string) (string, error) {
	return Fetch(ctx, r.c, Options[string]{ // want `depends on tenantID`
		Key: "name:" + id, TTL: time.Minute,
		Load: func(ctx context.Context) (string, error) { return r.find(ctx, tenantID, id) },
	})
}

func (r *Repo) Complete(ctx context.Context, tenantID, id string) (string, error) {
	return Fetch(ctx, r.c, Options[string]{
		Key: tenantID + ":name:" + id, TTL: time.Minute,
		Load: func(ctx context.Context) (string, error) { return r.find(ctx, tenantID, id) },
	})
}
