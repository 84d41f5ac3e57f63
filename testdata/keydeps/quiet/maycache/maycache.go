// The tenant decides whether the value is cached and for how long, not what it is.
package maycache

import (
	"context"
	"database/sql"
	"time"

	"github.com/redis/go-redis/v9"
)

type Countries struct {
	rdb  *redis.Client
	db   *sql.DB
	keep func(tenantID string) time.Duration
}

func (c *Countries) Name(ctx context.Context, tenantID, code string) (string, error) {
	key := "country:" + code
	if v, err := c.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	var name string
	if err := c.db.QueryRowContext(ctx, "SELECT name FROM country WHERE code = $1", code).Scan(&name); err != nil {
		return "", err
	}
	if d := c.keep(tenantID); d > 0 {
		c.rdb.Set(ctx, key, name, d)
	}
	return name, nil
}
