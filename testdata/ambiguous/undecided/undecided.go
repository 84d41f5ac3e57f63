// Package undecided has a key past the bounds: it is not taken for fine.
package undecided

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func long(ctx context.Context, rdb *redis.Client, path string) {
	key := path + ":" + path + ":" + path + ":" + path + ":" + path + ":" + // want `may be ambiguous: whether two inputs share it is not decided, as it has more than 40 parts: `
		path + ":" + path + ":" + path + ":" + path + ":" + path + ":" +
		path + ":" + path + ":" + path + ":" + path + ":" + path + ":" +
		path + ":" + path + ":" + path + ":" + path + ":" + path + ":" +
		path + ":" + path + ":" + path + ":" + path + ":" + path + ":" +
		path + ":" + path + ":" + path + ":" + path + ":" + path + ":" +
		path + ":" + path + ":" + path + ":" + path + ":" + path + ":" +
		path + ":" + path + ":" + path + ":" + path + ":" + path
	rdb.Get(ctx, key)
}
