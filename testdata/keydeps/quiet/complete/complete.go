// The key has what the query has.
package complete

import (
	"context"
	"database/sql"
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	db    *sql.DB
	cache *lru.Cache[string, string]
}

func (r *Repo) Name(ctx context.Context, tenantID string, id int) (string, error) {
	key := fmt.Sprintf("name:%s:%d", tenantID, id)
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	var v string
	if err := r.db.QueryRowContext(ctx, "SELECT name FROM t WHERE tenant = $1 AND id = $2", tenantID, id).Scan(&v); err != nil {
		return "", err
	}
	r.cache.Add(key, v)
	return v, nil
}
