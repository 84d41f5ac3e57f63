// go-redis before v8: no context stands before the key, and the tenant is the
// field of a hash.
package oldhash

import (
	v6 "github.com/go-redis/redis"
	v7 "github.com/go-redis/redis/v7"
)

type Repo struct {
	old  *v6.Client
	rdb  *v7.Client
	find func(tenantID string) (string, error)
}

func (r *Repo) Name(tenantID string) (string, error) {
	if name, err := r.rdb.HGet("names", tenantID).Result(); err == nil {
		return name, nil
	}
	name, err := r.find(tenantID)
	if err != nil {
		return "", err
	}
	r.old.HSet("names", tenantID, name)
	return name, r.rdb.HSetNX("names", tenantID, name).Err()
}
