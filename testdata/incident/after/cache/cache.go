// Package cache keeps values in Redis as JSON. Its keys are made by
// package keys, and nowhere else.
package cache

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/redis/go-redis/v9"
)

// A Cache is a Redis that several services share.
type Cache struct {
	rdb redis.UniversalClient
}

// New returns a cache on rdb.
func New(rdb redis.UniversalClient) *Cache {
	return &Cache{rdb: rdb}
}

// Get reads the value under key into dest, and reports whether there was one.
func (c *Cache) Get(ctx context.Context, key string, dest any) (bool, error) {
	data, err := c.rdb.Get(ctx, key).Bytes()
	if errors.Is(err, redis.Nil) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, json.Unmarshal(data, dest)
}

// Set stores value under key for ttl.
func (c *Cache) Set(ctx context.Context, key string, value any, ttl time.Duration) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return c.rdb.Set(ctx, key, data, ttl).Err()
}

// Delete drops the values under keys.
func (c *Cache) Delete(ctx context.Context, keys ...string) error {
	return c.rdb.Del(ctx, keys...).Err()
}
