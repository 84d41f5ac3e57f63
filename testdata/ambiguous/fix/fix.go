// Package fix has keys that quoting mends.
package fix

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

func document(ctx context.Context, rdb *redis.Client, tenant, path string) {
	rdb.Get(ctx, fmt.Sprintf("doc:%s:%s", path, tenant)) // want `is ambiguous`
}

func topics(ctx context.Context, rdb *redis.Client, selector, topic string) {
	key := fmt.Sprintf("m_%v_%v", selector, topic) // want `is ambiguous`
	rdb.Get(ctx, key)
}

// The parts that are joined are not seen here: there is nothing to edit.
func sum(ctx context.Context, rdb *redis.Client, selector, topic string) {
	rdb.Get(ctx, selector+"_"+topic) // want `is ambiguous`
}
