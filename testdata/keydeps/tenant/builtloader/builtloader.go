// theine: the cache is built with a loader, which takes the tenant out of the context of each Get.
package builtloader

import (
	"context"
	"database/sql"
	"time"

	"example.com/keydeps/lib/tenant"
	"github.com/Yiling-J/theine-go"
)

type Repo struct {
	db    *sql.DB
	names *theine.LoadingCache[string, string]
}

func New(db *sql.DB) (*Repo, error) {
	r := &Repo{db: db}
	c, err := theine.NewBuilder[string, string](100).Loading(func(ctx context.Context, id string) (theine.Loaded[string], error) { // want `value cached under "\{id\}" depends on tenant.FromContext\(ctx\)`
		name, err := r.name(ctx, id)
		return theine.Loaded[string]{Value: name, Cost: 1, TTL: time.Minute}, err
	}).Build()
	r.names = c
	return r, err
}

func (r *Repo) name(ctx context.Context, id string) (string, error) {
	var name string
	err := r.db.QueryRowContext(ctx, "SELECT name FROM x WHERE tenant_id = $1 AND id = $2", string(tenant.FromContext(ctx)), id).Scan(&name)
	return name, err
}

func (r *Repo) Name(ctx context.Context, id string) (string, error) { return r.names.Get(ctx, id) }
