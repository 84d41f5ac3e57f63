// A get-or-load function of another package, under a full key.
package remember

import (
	"context"

	"example.com/keydeps/lib/cachelib"
)

type Service struct {
	cache *cachelib.Cache[string]
	ask   func(ctx context.Context, accountID, q string) (string, error)
}

func (s *Service) Answer(ctx context.Context, accountID, q string) (string, error) {
	return s.cache.Remember(ctx, accountID+":"+q, func(ctx context.Context) (string, error) {
		return s.ask(ctx, accountID, q)
	})
}
