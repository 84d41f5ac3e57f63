// go-redis before v8: no context stands before the key.
package old

import (
	"time"

	"github.com/go-redis/redis/v7"
)

type Repo struct {
	rdb  *redis.Client
	find func(tenantID, id string) (string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	key := "name:" + id // want `value cached under "name:\{id\}" depends on tenantID`
	if name, err := r.rdb.Get(key).Result(); err == nil {
		return name, nil
	}
	name, err := r.find(tenantID, id)
	if err != nil {
		return "", err
	}
	return name, r.rdb.Set(key, name, time.Minute).Err()
}
