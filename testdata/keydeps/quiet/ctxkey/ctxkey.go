// Key and value read the same tenant from the context, in two ways.
package ctxkey

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

func key(ctx context.Context, id string) string {
	return "plan:" + string(tenant.FromContext(ctx)) + ":" + id
}

func (r *Repo) Plan(ctx context.Context, id string) (string, error) {
	if s, err := r.rdb.Get(ctx, key(ctx, id)).Result(); err == nil {
		return s, nil
	}
	t := tenant.FromContext(ctx)
	var plan string
	if err := r.db.QueryRowContext(ctx, "SELECT plan FROM sub WHERE tenant = $1 AND id = $2", string(t), id).Scan(&plan); err != nil {
		return "", err
	}
	return plan, r.rdb.Set(ctx, key(ctx, id), plan, 0).Err()
}
