// The connection is told the tenant before it is asked: row level security.
package sessionset

import (
	"context"
	"database/sql"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	rdb *redis.Client
	db  *sql.DB
}

func scope(ctx context.Context, conn *sql.Conn, tenantID string) error {
	_, err := conn.ExecContext(ctx, "SELECT set_config('app.tenant', $1, false)", tenantID)
	return err
}

func (r *Repo) Doc(ctx context.Context, tenantID, id string) (string, error) {
	key := "doc:" + id // want `value cached under "doc:\{id\}" depends on tenantID`
	if v, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	conn, err := r.db.Conn(ctx)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	if err := scope(ctx, conn, tenantID); err != nil {
		return "", err
	}
	var body string
	if err := conn.QueryRowContext(ctx, "SELECT body FROM doc WHERE id = $1", id).Scan(&body); err != nil {
		return "", err
	}
	return body, r.rdb.Set(ctx, key, body, 0).Err()
}
