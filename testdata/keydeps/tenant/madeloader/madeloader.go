// A loader object is made with its load function, and loads later, in a method:
// what a caller may put into the context is not in the key.
package madeloader

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
	lru "github.com/hashicorp/golang-lru/v2"
)

type loader struct {
	name  string
	rows  *lru.Cache[string, string]
	fetch func(ctx context.Context, id string) (string, error)
}

func newLoader(name string, rows *lru.Cache[string, string], fetch func(context.Context, string) (string, error)) *loader {
	return &loader{name, rows, fetch}
}

func (l *loader) Get(ctx context.Context, id string) (string, error) {
	key := l.name + ":" + id // want `depends on the caller in the context of l.fetch\(ctx, id\)`
	if v, ok := l.rows.Get(key); ok {
		return v, nil
	}
	v, err := l.fetch(ctx, id)
	if err == nil {
		l.rows.Add(key, v)
	}
	return v, err
}

func Plans(rows *lru.Cache[string, string], db *sql.DB) *loader {
	return newLoader("plan", rows, func(ctx context.Context, id string) (v string, err error) {
		err = db.QueryRowContext(ctx, "SELECT name FROM plans WHERE tenant = $1 AND id = $2", tenant.FromContext(ctx), id).Scan(&v)
		return v, err
	})
}
