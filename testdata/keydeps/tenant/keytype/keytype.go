// The key is of a type of one's own, and of the row's id; the tenant is of one too.
package keytype

import (
	"context"
	"strconv"

	"github.com/redis/go-redis/v9"
)

type (
	AccountID int64
	UserID    int64
)

type cacheKey string

func userKey(id UserID) cacheKey { return cacheKey("user:" + strconv.FormatInt(int64(id), 10)) } // want `value cached under "user:\{.*\}" depends on acct`

type Repo struct {
	rdb  *redis.Client
	find func(ctx context.Context, acct AccountID, id UserID) (string, error)
}

func (r *Repo) User(ctx context.Context, acct AccountID, id UserID) (string, error) {
	k := string(userKey(id))
	if v, err := r.rdb.Get(ctx, k).Result(); err == nil {
		return v, nil
	}
	v, err := r.find(ctx, acct, id)
	if err != nil {
		return "", err
	}
	return v, r.rdb.Set(ctx, k, v, 0).Err()
}
