// Key and query take the tenant by the same helper, which has a default.
package helperkey

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
	"github.com/redis/go-redis/v9"
)

type Themes struct {
	rdb *redis.Client
	db  *sql.DB
}

func tenantOr(ctx context.Context, def string) string {
	if t := tenant.FromContext(ctx); t != "" {
		return string(t)
	}
	return def
}

func (t *Themes) Name(ctx context.Context, id string) (string, error) {
	key := "theme:" + tenantOr(ctx, "public") + ":" + id
	if v, err := t.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	var name string
	err := t.db.QueryRowContext(ctx, "SELECT name FROM theme WHERE tenant_id = $1 AND id = $2", tenantOr(ctx, "public"), id).Scan(&name)
	if err != nil {
		return "", err
	}
	return name, t.rdb.Set(ctx, key, name, 0).Err()
}
