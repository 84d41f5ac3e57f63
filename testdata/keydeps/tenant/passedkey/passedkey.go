// A get-or-load function of one's own that gives the key to the loader.
package passedkey

import (
	"context"
	"sync"
)

type Cache[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func (c *Cache[K, V]) Obtain(ctx context.Context, key K, load func(context.Context, K) (V, error)) (V, error) {
	c.mu.RLock()
	v, ok := c.m[key]
	c.mu.RUnlock()
	if ok {
		return v, nil
	}
	v, err := load(ctx, key)
	if err != nil {
		return v, err
	}
	c.mu.Lock()
	c.m[key] = v
	c.mu.Unlock()
	return v, nil
}

type Doc struct{ Title string }

type Service struct {
	docs *Cache[string, *Doc]
	find func(ctx context.Context, accountID, id string) (*Doc, error)
}

func (s *Service) Doc(ctx context.Context, accountID, id string) (*Doc, error) {
	return s.docs.Obtain(ctx, id, func(ctx context.Context, id string) (*Doc, error) { // want `value cached under "\{id\}" depends on accountID`
		return s.find(ctx, accountID, id)
	})
}
