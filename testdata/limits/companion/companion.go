// Package companion adds the tenant to a key only together with another part.
// Where that part alone is empty the tenant is left out too, and two tenants
// share a key: a miss. It is the price of being silent on builders that leave
// the whole scope out where there is none, which is how they are written:
// which of the two tests fails, and whether it ever does alone, is not to be
// seen in the code.
package companion

import (
	"context"
	"os"
	"strings"

	"github.com/redis/go-redis/v9"
)

func orgOf(ctx context.Context) string {
	if orgID, ok := ctx.Value("orgID").(string); ok {
		return orgID
	}
	return ""
}

// BothOrNeither has two parts that are there together.
func BothOrNeither(ctx context.Context, rdb *redis.Client, itemID string) {
	var parts []string
	orgID, region := orgOf(ctx), os.Getenv("REGION")
	if orgID != "" && region != "" {
		parts = append(parts, orgID, region)
	}
	parts = append(parts, "item", itemID)
	rdb.Get(ctx, strings.Join(parts, ":")) // want `^get item:{itemID} \| {[^{}]*}:{[^{}]*}:item:{itemID} yes$`
}
