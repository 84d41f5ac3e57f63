// Package correlated has two conditions that go together: whoever reaches the
// store has the tenant in the key. Without following which branch was taken
// before, both shapes look possible. Known false alarm: the honest answer of
// an analysis that is blind to paths is sometimes, the right one is yes.
package correlated

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// SameFlag tests one flag twice.
func SameFlag(ctx context.Context, rdb *redis.Client, scoped bool, orgID, itemID string) {
	key := "item:" + itemID
	if scoped {
		key = orgID + ":" + key
	}
	if !scoped {
		return
	}
	rdb.Get(ctx, key) // want `^get item:{itemID} \| {orgID}:item:{itemID} sometimes$`
}
