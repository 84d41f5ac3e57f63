// The loader is a method that is named, and takes the tenant out of the context.
package namedloader

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/cachelib"
	"example.com/keydeps/lib/tenant"
)

type Service struct {
	db    *sql.DB
	cache *cachelib.Cache[int]
}

func (s *Service) countMembers(ctx context.Context) (int, error) {
	var n int
	err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM member WHERE tenant_id = $1", string(tenant.FromContext(ctx))).Scan(&n)
	return n, err
}

func (s *Service) Members(ctx context.Context) (int, error) {
	return s.cache.Remember(ctx, "members", s.countMembers) // want `value cached under "members" depends on tenant.FromContext\(ctx\)`
}
