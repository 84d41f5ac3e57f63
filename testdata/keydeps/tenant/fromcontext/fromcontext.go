// The value reads the tenant from the context, the key does not.
package fromcontext

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
	"github.com/redis/go-redis/v9"
)

type Repo struct {
	db  *sql.DB
	rdb *redis.Client
}

func (r *Repo) Plan(ctx context.Context, id string) (string, error) {
	key := "plan:" + id // want `value cached under "plan:\{id\}" depends on tenant.FromContext\(ctx\) \(fromcontext.go:23\)`
	if s, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return s, nil
	}
	var plan string
	t := tenant.FromContext(ctx)
	if err := r.db.QueryRowContext(ctx, "SELECT plan FROM sub WHERE tenant = $1 AND id = $2", string(t), id).Scan(&plan); err != nil {
		return "", err
	}
	return plan, r.rdb.Set(ctx, key, plan, 0).Err()
}
