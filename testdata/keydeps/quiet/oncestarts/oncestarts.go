// What is run once starts a loop, which keeps what it learns of everyone: nothing
// is made for the first caller.
package oncestarts

import (
	"context"
	"sync"
)

type Repo interface {
	Get(ctx context.Context, tenantID, key string) (string, error)
}

type Settings struct {
	repo    Repo
	subOnce sync.Once
	keys    chan string

	mu    sync.Mutex
	cache map[string]string
}

func (s *Settings) Subscribe(ctx context.Context, tenantID string) {
	s.subOnce.Do(func() {
		go s.run(ctx, tenantID)
	})
}

func (s *Settings) run(ctx context.Context, tenantID string) {
	for key := range s.keys {
		v, err := s.repo.Get(ctx, tenantID, key)
		if err != nil {
			continue
		}
		s.mu.Lock()
		s.cache[tenantID+"/"+key] = v
		s.mu.Unlock()
	}
}
