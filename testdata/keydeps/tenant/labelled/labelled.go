// A client that is made for a tenant is no counter.
package labelled

import "sync"

type Params struct{ Endpoint, TenantID string }

type Conn interface{ Send(b []byte) error }

type Conns struct {
	mu   sync.Mutex
	m    map[string]Conn
	dial func(endpoint string, headers map[string]string) Conn
}

func (c *Conns) Get(p *Params) Conn {
	c.mu.Lock()
	defer c.mu.Unlock()
	conn, ok := c.m[p.Endpoint]
	if !ok {
		conn = c.dial(p.Endpoint, map[string]string{"X-Tenant": p.TenantID})
		c.m[p.Endpoint] = conn // want `depends on p.TenantID`
	}
	return conn
}
