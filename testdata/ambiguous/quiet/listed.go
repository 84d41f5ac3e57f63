package quiet

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

// A function that chooses from texts without the separator.
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
	return "xxl"
}

func sized(ctx context.Context, rdb *redis.Client, n int, path string) {
	rdb.Get(ctx, fmt.Sprintf("fit/%s/%s", size(n), path))
}
