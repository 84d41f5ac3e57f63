// Page and size of a list.
package paging

import (
	"database/sql"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	db    *sql.DB
	cache *lru.Cache[string, []string]
}

func (r *Repo) Names(kind string, page, size int) ([]string, error) {
	if v, ok := r.cache.Get(kind); ok {
		return v, nil
	}
	rows, err := r.db.Query("SELECT name FROM t WHERE kind = $1 LIMIT $2 OFFSET $3", kind, size, page*size)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	r.cache.Add(kind, out) // want `depends on size \(paging.go:19\) and page \(paging.go:19\)`
	return out, nil
}
