package loud

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"

	"example.com/ambiguous/lib/keys"
)

// A function that joins two parts is told, once, whatever it is given.
func pair(path, title string) string {
	return path + "|" + title // want `is ambiguous`
}

func pairs(ctx context.Context, rdb *redis.Client, path, title string) {
	rdb.Get(ctx, pair(path, title))
	rdb.Del(ctx, pair(title, path))
}

// How many parts there are, the callers say.
func many(parts ...string) string { return strings.Join(parts, "|") }

func manyParts(ctx context.Context, rdb *redis.Client, path, title string) {
	rdb.Get(ctx, many(path, title)) // want `is ambiguous`
	rdb.Del(ctx, many(title, path)) // want `is ambiguous`
}

// Which of two keys it is, its caller sees as little as we do.
func either(path, title string) string {
	if path == "" {
		return "none"
	}
	return path + "|" + title
}

func eithers(ctx context.Context, rdb *redis.Client, path, title string) {
	rdb.Get(ctx, either(path, title)) // want `is ambiguous`
}

// A builder of another package is told once, at its first use.
func theirs(ctx context.Context, rdb *redis.Client, path, title string) {
	rdb.Get(ctx, keys.Doc(path, title)) // want `is ambiguous`
	rdb.Del(ctx, keys.Doc(title, path))
	rdb.Get(ctx, keys.Join(path, title)) // want `is ambiguous`
	rdb.Del(ctx, keys.Join(title, path)) // want `is ambiguous`
}
