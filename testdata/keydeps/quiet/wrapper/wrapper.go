// A wrapper takes key and value from its callers; they are asked.
package wrapper

import (
	"context"
	"encoding/json"
	"time"

	"github.com/redis/go-redis/v9"
)

type Cache struct{ rdb *redis.Client }

func (c *Cache) Set(ctx context.Context, key string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return c.rdb.Set(ctx, key, data, time.Hour).Err()
}

type Repo struct {
	c    *Cache
	load func(tenantID, id string) (string, error)
}

func (r *Repo) Refresh(ctx context.Context, tenantID, id string) error {
	v, err := r.load(tenantID, id)
	if err != nil {
		return err
	}
	return r.c.Set(ctx, tenantID+":"+id, v)
}
