// A get-or-load function of the package itself, over Redis.
package ownloader

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"github.com/redis/go-redis/v9"
)

type Cache struct{ rdb *redis.Client }

func cached[T any](ctx context.Context, c *Cache, key string, load func() (T, error)) (T, error) {
	var v T
	if data, err := c.rdb.Get(ctx, key).Bytes(); err == nil {
		return v, json.Unmarshal(data, &v)
	}
	v, err := load()
	if err != nil {
		return v, err
	}
	data, err := json.Marshal(v)
	if err != nil {
		return v, err
	}
	return v, c.rdb.Set(ctx, key, data, time.Minute).Err()
}

type Repo struct {
	c  *Cache
	db *sql.DB
}

func (r *Repo) Count(ctx context.Context, companyID, kind string) (int, error) {
	return cached(ctx, r.c, "count:"+kind, func() (int, error) { // want `value cached under "count:\{kind\}" depends on companyID`
		var n int
		err := r.db.QueryRowContext(ctx, "SELECT count(*) FROM x WHERE company = $1 AND kind = $2", companyID, kind).Scan(&n)
		return n, err
	})
}
