// What is made once, for whoever comes first.
package onlyonce

import (
	"context"
	"database/sql"
	"sync"
)

type Limits struct{ Max int }

type Service struct {
	db     *sql.DB
	once   sync.Once
	limits Limits
	err    error
}

func (s *Service) Limits(ctx context.Context, tenantID string) (Limits, error) {
	s.once.Do(func() { // want `value that is made once depends on tenantID \(onlyonce.go:21\)`
		s.err = s.db.QueryRowContext(ctx, "SELECT max FROM limits WHERE tenant_id = $1", tenantID).Scan(&s.limits.Max)
	})
	return s.limits, s.err
}
