// Not a tenant, but the value is another one for each locale.
package locale

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type Shop struct {
	rdb    *redis.Client
	render func(id, locale string) string
}

func (s *Shop) Page(ctx context.Context, id, locale string) string {
	key := "page:" + id // want `value cached under "page:\{id\}" depends on locale`
	if v, err := s.rdb.Get(ctx, key).Result(); err == nil {
		return v
	}
	v := s.render(id, locale)
	s.rdb.Set(ctx, key, v, time.Hour)
	return v
}
