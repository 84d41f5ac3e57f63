// Package memory is a map with a lock.
package memory

import "sync"

type Memory[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func New[K comparable, V any]() *Memory[K, V] { return &Memory[K, V]{m: map[K]V{}} }

func (c *Memory[K, V]) Lookup(k K) (V, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.m[k]
	return v, ok
}

func (c *Memory[K, V]) Keep(k K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k] = v
}
