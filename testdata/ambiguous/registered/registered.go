// Package registered has a registry that says what parts look like.
package registered

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func doc(ctx context.Context, rdb *redis.Client, tenant, title, path string) {
	rdb.Get(ctx, "doc:"+tenant+":"+title+":"+path)
	rdb.Get(ctx, "page:"+tenant+":"+path)
	rdb.Get(ctx, "page:"+title+":"+path) // want `is ambiguous`
}
