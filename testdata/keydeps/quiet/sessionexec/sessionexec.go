// The connection notes who asked, and for how long it may work: that sets nothing that tenants differ by.
package sessionexec

import (
	"context"
	"database/sql"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	rdb *redis.Client
	db  *sql.DB
}

func (r *Repo) Plan(ctx context.Context, tenantID, code string) (string, error) {
	key := "plan:" + code
	if v, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	tx, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return "", err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "SET LOCAL statement_timeout = 1000"); err != nil {
		return "", err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO access (tenant_id, code) VALUES ($1, $2)", tenantID, code); err != nil {
		return "", err
	}
	var text string
	if err := tx.QueryRowContext(ctx, "SELECT text FROM plan WHERE code = $1", code).Scan(&text); err != nil {
		return "", err
	}
	return text, r.rdb.Set(ctx, key, text, 0).Err()
}
