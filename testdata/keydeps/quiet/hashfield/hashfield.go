// The field of a hash is a part of the key.
package hashfield

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	rdb *redis.Client
	get func(tenantID, id string) string
}

func (r *Repo) Fill(ctx context.Context, tenantID, id string) error {
	return r.rdb.HSet(ctx, "names:"+tenantID, id, r.get(tenantID, id)).Err()
}
