// Package kv has a cache that is made with a function that writes its keys.
package kv

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// A Cache counts by key.
type Cache[K comparable] interface {
	Count(ctx context.Context, k K) int64
}

// Redis is a Cache in Redis.
type Redis[K comparable] struct {
	rdb       *redis.Client
	encodeKey func(K) string
}

// NewRedis returns a cache that writes its keys with encodeKey.
func NewRedis[K comparable](rdb *redis.Client, encodeKey func(K) string) *Redis[K] {
	return &Redis[K]{rdb, encodeKey}
}

// Count counts a key.
func (c *Redis[K]) Count(ctx context.Context, k K) int64 {
	return c.rdb.Incr(ctx, c.encodeKey(k)).Val() // want `^incr {k} caller$`
}
