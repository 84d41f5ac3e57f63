// A map that is filled from outside is a registry, not a cache.
package registry

import (
	"sync"
)

type Handler func(string) string

type Mux struct {
	mu       sync.Mutex
	handlers map[string]Handler
	names    map[string]string
}

func (m *Mux) Handle(path, team string, h Handler) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.handlers[path] = h
	m.names[path] = team
}

func (m *Mux) Find(path string) Handler { return m.handlers[path] }
func (m *Mux) Team(path string) string  { return m.names[path] }
