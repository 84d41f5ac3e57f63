// Package behind declares a cache that nothing here implements: which one it
// is, the program's main package decides.
package behind

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// ErrMiss says that there is no value.
var ErrMiss = errors.New("no value")

// A Cache keeps values by key.
type Cache interface {
	Fetch(ctx context.Context, key string, into any) error
	Save(ctx context.Context, key string, value any, ttl ...time.Duration) error
	Contains(ctx context.Context, key string) bool
	Delete(ctx context.Context, key string) error
	DeleteAll(ctx context.Context, keys ...string) error
	Scan(ctx context.Context, match string) ([]string, error)
	Ping(ctx context.Context) error
}

var shared Cache

// Use is what main calls.
func Use(c Cache) { shared = c }

// Shared is the program's cache.
func Shared() Cache { return shared }

// FetchOrSave makes a value that is not there, and hands its key on.
func FetchOrSave(ctx context.Context, c Cache, key string, into any, make func() (any, error)) error {
	err := c.Fetch(ctx, key, into) // want `^get {key} caller$`
	if !errors.Is(err, ErrMiss) {
		return err
	}
	v, err := make()
	if err != nil {
		return err
	}
	return c.Save(ctx, key, v) // want `^set {key} caller$`
}

// A TypedCache is a cache whose keys and values have types.
type TypedCache[K comparable, V any] interface {
	Get(key K) (V, bool)
	Set(key K, value V)
}

// ItemKey makes a key.
func ItemKey(itemID int) string { return fmt.Sprintf("item:%d", itemID) }
