// The object is one tenant's, but its in-memory cache was handed in: others have it too.
package sharedcache

import (
	"context"
	"database/sql"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	tenantID string
	cache    *lru.Cache[string, string]
	db       *sql.DB
}

func New(tenantID string, cache *lru.Cache[string, string], db *sql.DB) *Repo {
	return &Repo{tenantID: tenantID, cache: cache, db: db}
}

func (r *Repo) Title(ctx context.Context, id string) (string, error) {
	if s, ok := r.cache.Get(id); ok {
		return s, nil
	}
	var s string
	if err := r.db.QueryRowContext(ctx, "SELECT title FROM doc WHERE tenant_id = $1 AND id = $2", r.tenantID, id).Scan(&s); err != nil {
		return "", err
	}
	r.cache.Add(id, s) // want `value cached under "\{id\}" depends on r.tenantID`
	return s, nil
}
