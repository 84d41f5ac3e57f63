// The cache is a field of a manager that the tenant was used to pick: each has its own.
package pickedmanager

import (
	"context"
	"sync"
)

type Stats struct{ Backlog int }

type manager struct {
	mu    sync.Mutex
	stats map[string]Stats
}

func (m *manager) cached(key string) (Stats, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, ok := m.stats[key]
	return s, ok
}

func (m *manager) keep(key string, s Stats) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.stats[key] = s
}

type Engine struct {
	mu       sync.Mutex
	managers map[string]*manager
	fetch    func(ctx context.Context, namespaceID, queue string) (Stats, error)
}

func (e *Engine) manager(namespaceID string) *manager {
	e.mu.Lock()
	defer e.mu.Unlock()
	m, ok := e.managers[namespaceID]
	if !ok {
		m = &manager{stats: map[string]Stats{}}
		e.managers[namespaceID] = m
	}
	return m
}

func (e *Engine) Stats(ctx context.Context, namespaceID, queue string) (Stats, error) {
	m := e.manager(namespaceID)
	if s, ok := m.cached("stats:" + queue); ok {
		return s, nil
	}
	s, err := e.fetch(ctx, namespaceID, queue)
	if err != nil {
		return Stats{}, err
	}
	m.keep("stats:"+queue, s)
	return s, nil
}
