// A function is given the store that it fills, which its caller made for one run.
package givenstore

import "sync"

type pages struct {
	mu   sync.Mutex
	byID map[string]string
}

func newPages() *pages { return &pages{byID: map[string]string{}} }

func fill(p *pages, key, tenantID, id string, find func(tenantID, id string) (string, error)) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if v, ok := p.byID[key]; ok {
		return v, nil
	}
	v, err := find(tenantID, id)
	if err == nil {
		p.byID[key] = v
	}
	return v, err
}

func through(p *pages, key, tenantID string, find func(tenantID, id string) (string, error)) (string, error) {
	return fill(p, key, tenantID, key, find)
}

func Run(tenantID string, ids []string, find func(tenantID, id string) (string, error)) ([]string, error) {
	p := newPages()
	var out []string
	for _, id := range ids {
		v, err := through(p, id, tenantID, find)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}
