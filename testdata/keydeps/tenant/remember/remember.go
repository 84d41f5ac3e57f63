// A get-or-load function of another package, found by itself.
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
	return s.cache.Remember(ctx, "answer:"+q, func(ctx context.Context) (string, error) { // want `value cached under "answer:\{q\}" depends on accountID \(remember.go:17\)`
		return s.ask(ctx, accountID, q)
	})
}
