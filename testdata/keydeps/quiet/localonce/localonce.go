// Once inside of what belongs to one caller, and once for the process.
package localonce

import (
	"context"
	"sync"
)

func Lazy(load func(tenantID string) string, tenantID string) func() string {
	var once sync.Once
	var v string
	return func() string {
		once.Do(func() { v = load(tenantID) })
		return v
	}
}

type entry struct {
	once sync.Once
	v    string
}

type Memo struct {
	mu sync.Mutex
	m  map[string]*entry
}

func (m *Memo) Get(tenantID string, load func(string) string) string {
	m.mu.Lock()
	e := m.m[tenantID]
	if e == nil {
		e = &entry{}
		m.m[tenantID] = e
	}
	m.mu.Unlock()
	e.once.Do(func() { e.v = load(tenantID) })
	return e.v
}

type Tenant struct {
	tenantID string
	once     sync.Once
	plan     string
}

func (t *Tenant) Plan(load func(string) string) string {
	t.once.Do(func() { t.plan = load(t.tenantID) })
	return t.plan
}

type Service struct {
	once    sync.Once
	country map[string]string
}

func (s *Service) Country(ctx context.Context, tenantID, code string) string {
	s.once.Do(func() { s.country = map[string]string{"de": "Germany"} })
	return tenantID + s.country[code]
}

type Request struct {
	TenantID string
	once     sync.Once
	body     []byte
}

// Body is read once for each request.
func (r *Request) Body(read func(string) []byte) []byte {
	r.once.Do(func() { r.body = read(r.TenantID) })
	return r.body
}
