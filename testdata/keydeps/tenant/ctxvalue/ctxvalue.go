// The tenant is read by a context key of the package itself, in a helper.
package ctxvalue

import (
	"context"
	"database/sql"

	lru "github.com/hashicorp/golang-lru/v2"
)

type ctxKey string

const tenantKey ctxKey = "tenant"

type Repo struct {
	db    *sql.DB
	cache *lru.Cache[string, string]
}

func (r *Repo) name(ctx context.Context, id string) (string, error) {
	tid, _ := ctx.Value(tenantKey).(string)
	var name string
	err := r.db.QueryRowContext(ctx, "SELECT name FROM t WHERE tenant = $1 AND id = $2", tid, id).Scan(&name)
	return name, err
}

func (r *Repo) Name(ctx context.Context, id string) (string, error) {
	if n, ok := r.cache.Get(id); ok {
		return n, nil
	}
	n, err := r.name(ctx, id)
	if err != nil {
		return "", err
	}
	r.cache.Add(id, n) // want `value cached under "\{id\}" depends on ctx.Value\(tenantKey\) \(ctxvalue.go:21\)`
	return n, nil
}
