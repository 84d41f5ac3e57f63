// What a counter is labelled with is for those who look at it.
package labelled

import (
	"sync"

	"example.com/keydeps/lib/stats"
)

type Params struct{ Endpoint, TenantID string }

type breaker struct {
	name    string
	tripped stats.Counter
}

type Breakers struct {
	mu sync.Mutex
	m  map[string]*breaker
	s  *stats.Stats
}

func (b *Breakers) Get(p *Params) *breaker {
	b.mu.Lock()
	defer b.mu.Unlock()
	brk, ok := b.m[p.Endpoint]
	if !ok {
		brk = &breaker{name: p.Endpoint, tripped: b.s.Tagged("tripped", map[string]string{"tenant": p.TenantID})}
		b.m[p.Endpoint] = brk
	}
	return brk
}
