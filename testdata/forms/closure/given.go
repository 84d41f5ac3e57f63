package closure

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type getter func(ctx context.Context, key string) (string, error)

// GivenOut returns a function that takes a key: whoever calls it makes the key.
func GivenOut(rdb *redis.Client) getter {
	return func(ctx context.Context, key string) (string, error) {
		return rdb.Get(ctx, key).Result() // want `^get {key} caller$`
	}
}

type deleter struct {
	del func(ctx context.Context, key string) error
}

// GivenField keeps one.
func GivenField(rdb *redis.Client) *deleter {
	return &deleter{del: func(ctx context.Context, key string) error {
		return rdb.Del(ctx, key).Err() // want `^delete {key} caller$`
	}}
}

// GivenItem returns a function that makes a key of what it is given.
func GivenItem(rdb *redis.Client) func(ctx context.Context, itemID string) error {
	return func(ctx context.Context, itemID string) error {
		return rdb.Del(ctx, "item:"+itemID).Err() // want `^delete item:{itemID} no$`
	}
}

// GivenAway hands one to a function, which calls it with what nobody here
// sees.
func GivenAway(ctx context.Context, rdb *redis.Client, each func(func(key string) error)) {
	each(func(key string) error { return rdb.Del(ctx, key).Err() }) // want `^delete {key} unknown$`
}
