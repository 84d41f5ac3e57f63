// An interface with its implementation beside it: what it takes from the context is known.
package implementation

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Users interface {
	Get(ctx context.Context, id string) (string, error)
}

type sqlUsers struct{ db *sql.DB }

func (u *sqlUsers) Get(ctx context.Context, id string) (string, error) {
	var name string
	err := u.db.QueryRowContext(ctx, "SELECT name FROM u WHERE t = $1 AND id = $2", string(tenant.FromContext(ctx)), id).Scan(&name)
	return name, err
}

type Service struct {
	users Users
	cache *lru.Cache[string, string]
}

func (s *Service) Name(ctx context.Context, id string) (string, error) {
	if n, ok := s.cache.Get(id); ok {
		return n, nil
	}
	n, err := s.users.Get(ctx, id)
	if err != nil {
		return "", err
	}
	s.cache.Add(id, n) // want `depends on tenant.FromContext\(ctx\)`
	return n, nil
}
