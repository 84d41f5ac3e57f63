// Package cachekit has a generic cache behind a generic interface.
package cachekit

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

// Cache is what the program's packages see of a cache.
type Cache[K comparable, V any] interface {
	Get(ctx context.Context, key K) (V, bool)
}

type memory[K comparable, V any] struct{ inner *lru.Cache[K, V] }

func (m *memory[K, V]) Get(_ context.Context, key K) (V, bool) {
	return m.inner.Get(key) // want `^get {key} caller$`
}
