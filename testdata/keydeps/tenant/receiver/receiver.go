// One object for a tenant, one Redis for all: the receiver's field counts.
package receiver

import (
	"context"
	"database/sql"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	tenantID string
	rdb      *redis.Client
	db       *sql.DB
}

func New(tenantID string, rdb *redis.Client, db *sql.DB) *Repo {
	return &Repo{tenantID: tenantID, rdb: rdb, db: db}
}

func (r *Repo) Title(ctx context.Context, id string) (string, error) {
	key := "title:" + id // want `value cached under "title:\{id\}" depends on r.tenantID \(receiver.go:28\)`
	if s, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return s, nil
	}
	var s string
	err := r.db.QueryRowContext(ctx, "SELECT title FROM doc WHERE tenant_id = $1 AND id = $2",
		r.tenantID, id).Scan(&s)
	if err != nil {
		return "", err
	}
	return s, r.rdb.Set(ctx, key, s, 0).Err()
}
