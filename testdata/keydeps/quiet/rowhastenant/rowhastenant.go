// The key has the id of a row, and the row has its tenant: the tenant out of the
// context is the same one, read another way.
package rowhastenant

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type Document struct {
	ID       string
	TenantID string
	Title    string
}

type tenantKey struct{}

type Service struct {
	rdb    *redis.Client
	render func(tenantID, title string) (string, error)
}

func (s *Service) Page(ctx context.Context, doc *Document) (string, error) {
	key := "page:" + doc.ID
	if page, err := s.rdb.Get(ctx, key).Result(); err == nil {
		return page, nil
	}
	tenantID, _ := ctx.Value(tenantKey{}).(string)
	page, err := s.render(tenantID, doc.Title)
	if err != nil {
		return "", err
	}
	return page, s.rdb.Set(ctx, key, page, time.Hour).Err()
}
