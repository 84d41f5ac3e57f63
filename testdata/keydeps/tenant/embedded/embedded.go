// The cache is in an embedded struct.
package embedded

import (
	"sync"
)

type base struct {
	sync.RWMutex
	m map[string]string
}

func (b *base) lookup(k string) (string, bool) {
	b.RLock()
	defer b.RUnlock()
	v, ok := b.m[k]
	return v, ok
}

func (b *base) store(k, v string) {
	b.Lock()
	b.m[k] = v
	b.Unlock()
}

type Repo struct {
	base
	find func(tenant, id string) (string, error)
}

func (r *Repo) Name(tenant, id string) (string, error) {
	if v, ok := r.lookup(id); ok {
		return v, nil
	}
	v, err := r.find(tenant, id)
	if err != nil {
		return "", err
	}
	r.store(id, v) // want `value cached under "\{id\}" depends on tenant `
	return v, nil
}
