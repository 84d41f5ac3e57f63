// A variable that is used again for something else.
package reused

import (
	"database/sql"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	db    *sql.DB
	cache *lru.Cache[string, string]
}

func (r *Repo) Get(id, tenantID string) (string, error) {
	if v, ok := r.cache.Get(id); ok {
		return v, nil
	}
	var s string
	if err := r.db.QueryRow("SELECT code FROM country WHERE id = $1", id).Scan(&s); err != nil {
		return "", err
	}
	r.cache.Add(id, s)
	if err := r.db.QueryRow("SELECT plan FROM sub WHERE tenant = $1", tenantID).Scan(&s); err != nil {
		return "", err
	}
	return s, nil
}
