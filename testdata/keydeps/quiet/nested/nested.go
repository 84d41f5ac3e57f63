// One map for each tenant.
package nested

import (
	"sync"
)

type Repo struct {
	mu   sync.Mutex
	m    map[string]map[string]string
	sm   sync.Map
	find func(tenantID, id string) string
}

func (r *Repo) Name(tenantID, id string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if v, ok := r.m[tenantID][id]; ok {
		return v
	}
	v := r.find(tenantID, id)
	if r.m[tenantID] == nil {
		r.m[tenantID] = map[string]string{}
	}
	r.m[tenantID][id] = v
	return v
}

func (r *Repo) Title(tenantID, id string) string {
	inner, _ := r.sm.LoadOrStore(tenantID, &sync.Map{})
	m := inner.(*sync.Map)
	if v, ok := m.Load(id); ok {
		return v.(string)
	}
	v := r.find(tenantID, id)
	m.Store(id, v)
	return v
}
