// A query that is put together in steps, by a package that can't be looked into.
package gormlike

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	db    *sql.DB
	cache *lru.Cache[string, []string]
}

func (r *Repo) Names(ctx context.Context, tenantID *string, kind string) ([]string, error) {
	if v, ok := r.cache.Get(kind); ok {
		return v, nil
	}
	var q strings.Builder
	var args []any
	fmt.Fprintf(&q, "SELECT name FROM x WHERE kind = $%d", 1)
	args = append(args, kind)
	if tenantID != nil {
		fmt.Fprintf(&q, " AND tenant_id = $%d", len(args)+1)
		args = append(args, *tenantID)
	}
	rows, err := r.db.QueryContext(ctx, q.String(), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names := make([]string, 0, 10)
	for rows.Next() {
		var n string
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		names = append(names, n)
	}
	r.cache.Add(kind, names) // want `value cached under "\{kind\}" depends on tenantID`
	return names, nil
}
