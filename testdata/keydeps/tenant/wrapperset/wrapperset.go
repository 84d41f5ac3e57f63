// The key is put together in a function of its own, the value is handed in: the caller knows both.
package wrapperset

import (
	"context"
	"database/sql"
	"time"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	db  *sql.DB
	rdb *redis.Client
}

func (r *Repo) remember(ctx context.Context, id string, v string) {
	r.rdb.Set(ctx, "name:"+id, v, time.Hour)
}

func (r *Repo) Name(ctx context.Context, customerID, id string) (string, error) {
	var v string
	if err := r.db.QueryRowContext(ctx, "SELECT name FROM t WHERE customer = $1 AND id = $2", customerID, id).Scan(&v); err != nil {
		return "", err
	}
	r.remember(ctx, id, v) // want `value cached under "name:\{id\}" depends on customerID`
	return v, nil
}
