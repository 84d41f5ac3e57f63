// A map in a field is a cache.
package mapfield

import (
	"context"
	"sync"
)

type Resolver struct {
	mu    sync.RWMutex
	known map[string]string
	look  func(ctx context.Context, orgID, host string) (string, error)
}

func (r *Resolver) Resolve(ctx context.Context, orgID, host string) (string, error) {
	r.mu.RLock()
	ip, ok := r.known[host]
	r.mu.RUnlock()
	if ok {
		return ip, nil
	}
	ip, err := r.look(ctx, orgID, host)
	if err != nil {
		return "", err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.known[host] = ip // want `value cached under "\{host\}" depends on orgID`
	return ip, nil
}
