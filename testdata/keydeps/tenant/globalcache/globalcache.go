// A package-level cache in front of an object of one tenant.
package globalcache

import (
	"context"
	"database/sql"

	lru "github.com/hashicorp/golang-lru/v2"
)

var titles, _ = lru.New[string, string](100)

type Repo struct {
	realm string
	db    *sql.DB
}

func (r *Repo) Title(ctx context.Context, id string) (string, error) {
	if s, ok := titles.Get(id); ok {
		return s, nil
	}
	var s string
	if err := r.db.QueryRowContext(ctx, "SELECT title FROM doc WHERE realm = $1 AND id = $2", r.realm, id).Scan(&s); err != nil {
		return "", err
	}
	titles.Add(id, s) // want `depends on r.realm`
	return s, nil
}
