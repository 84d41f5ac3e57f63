package loop

import (
	"context"
	"fmt"
	"strings"

	"github.com/redis/go-redis/v9"
)

func numbered(parts ...string) string {
	var b strings.Builder
	b.WriteString("item")
	for i := range len(parts) {
		b.WriteString(":" + parts[i])
	}
	return b.String()
}

// NumberParts goes through its parts by number.
func NumberParts(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, numbered(orgID, itemID)) // want `^get item:{orgID}:{itemID} yes$`
}

// NumberKeys collects keys by number.
func NumberKeys(ctx context.Context, rdb *redis.Client, ids []string) {
	var keys []string
	for i := range len(ids) {
		keys = append(keys, fmt.Sprintf("item:%s", ids[i]))
	}
	rdb.Del(ctx, keys...) // want `^delete item:{ids\[i\]} no$`
}
