// Connections by address: handles, made with options.
package pool

import (
	"net/http"
	"sync"
)

type Conn struct{ addr string }

type Pool struct {
	mu    sync.Mutex
	conns map[string]*http.Client
	dial  func(addr string, insecure bool) *http.Client
}

func (p *Pool) Get(addr string, insecure bool) *http.Client {
	p.mu.Lock()
	defer p.mu.Unlock()
	if c, ok := p.conns[addr]; ok {
		return c
	}
	c := p.dial(addr, insecure)
	p.conns[addr] = c
	return c
}
