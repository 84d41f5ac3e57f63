package loud

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

// A type whose constants are written out has those texts, and one of these has
// the separator in it.
type zone string

const (
	europe  zone = "eu"
	ireland zone = "eu:1"
)

func zoned(ctx context.Context, rdb *redis.Client, z zone, path string) {
	rdb.Get(ctx, "z:"+string(z)+":"+path) // want `is ambiguous: .*z="eu:1"`
}

// What a function chooses from are those texts, too.
func size(n int) string {
	switch n {
	case 1:
		return "xs"
	case 2:
		return "s"
	case 3:
		return "m"
	case 4:
		return "l"
	case 5:
		return "xl"
	}
	return "xl/wide"
}

func sized(ctx context.Context, rdb *redis.Client, n int, path string) {
	rdb.Get(ctx, fmt.Sprintf("fit/%s/%s", size(n), path)) // want `is ambiguous: .*"xl/wide"`
}
