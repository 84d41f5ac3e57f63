// Keys that are structs: built in place, by a function, in an array.
package structkey

import (
	"context"
	"sync"

	"example.com/keydeps/lib/tenant"
)

type key struct {
	tenant tenant.ID
	id     string
}

func keyOf(ctx context.Context, id string) key { return key{tenant.FromContext(ctx), id} }

type Repo struct {
	mu   sync.RWMutex
	m    map[key]string
	sm   sync.Map
	find func(ctx context.Context, t tenant.ID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, id string) (string, error) {
	k := keyOf(ctx, id)
	r.mu.RLock()
	v, ok := r.m[k]
	r.mu.RUnlock()
	if ok {
		return v, nil
	}
	v, err := r.find(ctx, tenant.FromContext(ctx), id)
	if err != nil {
		return "", err
	}
	r.mu.Lock()
	r.m[k] = v
	r.mu.Unlock()
	return v, nil
}

func (r *Repo) Title(ctx context.Context, t tenant.ID, id string) (string, error) {
	k := [2]string{string(t), id}
	if v, ok := r.sm.Load(k); ok {
		return v.(string), nil
	}
	v, err := r.find(ctx, t, id)
	if err != nil {
		return "", err
	}
	r.sm.Store(k, v)
	return v, nil
}
