// The numbers of all tenants are added up under the day.
package summed

import "sync"

type Count struct {
	Day string
	N   int
}

type Totals struct {
	mu     sync.Mutex
	perDay map[string]int
	read   func(tenantID string) ([]Count, error)
}

func (t *Totals) Add(tenants []string) error {
	for _, tenantID := range tenants {
		counts, err := t.read(tenantID)
		if err != nil {
			return err
		}
		t.mu.Lock()
		for _, c := range counts {
			t.perDay[c.Day] += c.N
		}
		t.mu.Unlock()
	}
	return nil
}
