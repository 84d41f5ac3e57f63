// A mapping from one id to another is data.
package index

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Index struct{ rdb *redis.Client }

func (x *Index) Link(ctx context.Context, apiKeyHash, tenantID string) error {
	return x.rdb.Set(ctx, "apikey:"+apiKeyHash, tenantID, 0).Err()
}
