// The arguments of the query are gathered in a slice.
package variadic

import (
	"database/sql"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	db    *sql.DB
	cache *lru.Cache[string, int]
}

func (r *Repo) Count(tenantID, kind string) (int, error) {
	if n, ok := r.cache.Get(kind); ok {
		return n, nil
	}
	var args []any
	args = append(args, tenantID)
	args = append(args, kind)
	var n int
	if err := r.db.QueryRow("SELECT count(*) FROM t WHERE tenant = $1 AND kind = $2", args...).Scan(&n); err != nil {
		return 0, err
	}
	r.cache.Add(kind, n) // want `depends on tenantID`
	return n, nil
}
