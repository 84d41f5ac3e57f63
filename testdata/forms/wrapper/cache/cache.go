// Package cache is the cache helper of a service: it passes keys on to Redis.
// Inside, a key is the caller's matter.
package cache

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

// Client is the connection of the process.
var Client *redis.Client

// Get passes the key on as it is.
func Get(ctx context.Context, key string) (string, error) {
	return Client.Get(ctx, key).Result() // want `^get {key} caller$`
}

// Store puts a prefix of its own before it.
func Store(ctx context.Context, key string, value any) error {
	return Client.Set(ctx, "app:"+key, value, time.Hour).Err() // want `^set app:{key} caller$`
}

// Drop takes any number of keys.
func Drop(ctx context.Context, keys ...string) error {
	return Client.Del(ctx, keys...).Err() // want `^delete {keys.*} caller$`
}

// Remember gets or loads: one key for both.
func Remember(ctx context.Context, key string, load func() (string, error)) (string, error) {
	v, err := Get(ctx, key) // want `^get {key} caller$`
	if err == nil {
		return v, nil
	}
	if v, err = load(); err != nil {
		return "", err
	}
	return v, Client.Set(ctx, key, v, time.Hour).Err() // want `^set {key} caller$`
}

// A Cache keeps its connection and a prefix that its owner chose.
type Cache struct {
	rdb    *redis.Client
	prefix string
}

// New returns a cache whose keys begin with prefix.
func New(rdb *redis.Client, prefix string) *Cache { return &Cache{rdb, prefix} }

// Get passes the key on behind the prefix.
func (c *Cache) Get(ctx context.Context, key string) (string, error) {
	return c.rdb.Get(ctx, c.full(key)).Result() // want `^get {c\.prefix}:{key} caller$`
}

// Delete does so too.
func (c *Cache) Delete(ctx context.Context, key string) error {
	return c.rdb.Del(ctx, c.full(key)).Err() // want `^delete {c\.prefix}:{key} caller$`
}

func (c *Cache) full(key string) string { return c.prefix + ":" + key }
