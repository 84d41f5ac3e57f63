// Maps that gather things; nothing is looked up in place of being made.
package accumulated

import (
	"context"
	"sync"

	"example.com/keydeps/lib/tenant"
)

type Item struct {
	ID     string
	Tenant tenant.ID
}

type Store struct {
	mu    sync.Mutex
	items map[string][]*Item
	seen  map[string]int
}

func (s *Store) Add(ctx context.Context, orderID string, items []*Item) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := tenant.FromContext(ctx)
	for _, it := range items {
		if it.Tenant == "" {
			it.Tenant = t
		}
		s.items[orderID] = append(s.items[orderID], it)
	}
}

func (s *Store) Replace(ctx context.Context, orderID string, find func(tenant.ID) []*Item) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.items[orderID])
	s.items[orderID] = find(tenant.FromContext(ctx))
	return n
}
