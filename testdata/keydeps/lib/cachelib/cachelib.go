// Package cachelib is a project's own cache.
package cachelib

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Cache[V any] struct{ c *lru.Cache[string, V] }

// Remember returns what is stored under key, or stores what load returns.
func (c *Cache[V]) Remember(ctx context.Context, key string, load func(context.Context) (V, error)) (V, error) {
	if v, ok := c.c.Get(key); ok {
		return v, nil
	}
	v, err := load(ctx)
	if err == nil {
		c.c.Add(key, v)
	}
	return v, err
}

func (c *Cache[V]) Lookup(key string) (V, bool) { return c.c.Get(key) }
func (c *Cache[V]) Put(key string, v V)         { c.c.Add(key, v) }
