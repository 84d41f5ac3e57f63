// A map of maps: the outer key is the tenant.
package nestedmap

import "sync"

type Repo struct {
	mu    sync.Mutex
	names map[string]map[string]string
	find  func(tenantID, id string) (string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if v, ok := r.names[tenantID][id]; ok {
		return v, nil
	}
	v, err := r.find(tenantID, id)
	if err != nil {
		return "", err
	}
	if r.names[tenantID] == nil {
		r.names[tenantID] = map[string]string{}
	}
	r.names[tenantID][id] = v
	return v, nil
}
