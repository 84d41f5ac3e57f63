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

// A percent sign of the key's own.
func percent(ctx context.Context, rdb *redis.Client, tenant, path string) {
	rdb.Get(ctx, fmt.Sprintf("100%%:%s:%s", path, tenant)) // want `is ambiguous`
}

// All have to be quoted.
func three(ctx context.Context, rdb *redis.Client, path, title, query string) {
	rdb.Get(ctx, fmt.Sprintf("%s/%v#%s", path, title, query)) // want `is ambiguous`
}

// What is numbered or put together otherwise is not edited.
func numbered(ctx context.Context, rdb *redis.Client, title, path string) {
	rdb.Get(ctx, fmt.Sprintf("n:%[2]s:%[1]s", path, title)) // want `is ambiguous`
	rdb.Get(ctx, fmt.Sprint("p:", path, ":", title))        // want `is ambiguous`
	rdb.Get(ctx, fmt.Sprintf("w:%3s:%s", path, title))      // want `is ambiguous`
}
