// A yes or no that is named for tenants says how something is asked; it is none.
package switches

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Sites struct {
	rdb  *redis.Client
	load func(ctx context.Context, host string, perTenant bool) (string, error)
}

func (s *Sites) Home(ctx context.Context, host string, perTenant bool) (string, error) {
	if home, err := s.rdb.Get(ctx, "home:"+host).Result(); err == nil {
		return home, nil
	}
	home, err := s.load(ctx, host, perTenant)
	if err != nil {
		return "", err
	}
	return home, s.rdb.Set(ctx, "home:"+host, home, 0).Err() // want `depends on perTenant`
}
