// A cache that fills itself: its loader's parameter is called the key, and no caller can add to it what the context holds.
package builtkey

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
	"github.com/Yiling-J/theine-go"
)

func New(db *sql.DB) (*theine.LoadingCache[string, string], error) {
	load := func(ctx context.Context, key string) (theine.Loaded[string], error) {
		var name string
		err := db.QueryRowContext(ctx, "SELECT name FROM project WHERE tenant_id = $1 AND id = $2", string(tenant.FromContext(ctx)), key).Scan(&name)
		return theine.Loaded[string]{Value: name, Cost: 1}, err
	}
	return theine.NewBuilder[string, string](100).Loading(load).Build() // want `depends on tenant.FromContext\(ctx\)`
}
