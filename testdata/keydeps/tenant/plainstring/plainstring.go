// The value goes through functions that return text.
package plainstring

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"
)

func title(tenantID, name string) string {
	return strings.ToUpper(tenantID) + "/" + name
}

func page(tenantID, name string) string { return "<h1>" + title(tenantID, name) + "</h1>" }

type Site struct{ rdb *redis.Client }

func (s *Site) Page(ctx context.Context, tenantID, name string) (string, error) {
	key := "page:" + name // want `value cached under "page:\{name\}" depends on tenantID`
	if v, err := s.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	v := page(tenantID, name)
	return v, s.rdb.Set(ctx, key, v, 0).Err()
}
