// The tenant is captured by a function that the object holds from the start: an object has one, and a cache of its own.
package heldfunction

import "sync"

type settings struct{ limit func() int }

func newSettings(limits func(namespace, queue string) int, namespace, queue string) *settings {
	return &settings{limit: func() int { return limits(namespace, queue) }}
}

type worker struct{ size int }

type Partition struct {
	mu       sync.Mutex
	settings *settings
	workers  map[string]*worker
}

func New(limits func(namespace, queue string) int, namespace, queue string) *Partition {
	return &Partition{settings: newSettings(limits, namespace, queue), workers: map[string]*worker{}}
}

func (p *Partition) Worker(version string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	w, ok := p.workers[version]
	if !ok {
		w = &worker{size: p.settings.limit()}
		p.workers[version] = w
	}
	return w.size
}
