// Package metrics keeps the last value of each gauge.
package metrics

import (
	"strings"
	"sync"
)

// A Gauge has a value for each list of tags.
type Gauge struct {
	mu   sync.Mutex
	last map[string]int
}

// Record keeps a value, and returns the one before.
func (g *Gauge) Record(value int, tags ...string) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	key := strings.Join(tags, ",")
	old, ok := g.last[key]
	if !ok {
		g.last[key] = value
	}
	return old
}
