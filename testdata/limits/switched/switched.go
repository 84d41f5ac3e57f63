// Package switched builds a key by a kind that is constant at the call. The
// function is summed up once for all its callers, so every case of the switch
// is an alternative, those too that this caller can't reach.
package switched

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func setKey(kind int, orgID, itemID string) string {
	switch kind {
	case 1:
		return "c:" + itemID
	default:
		return "d:" + orgID + ":" + itemID
	}
}

// Default is always d:{orgID}:{itemID}.
func Default(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, setKey(0, orgID, itemID)) // want `^get c:{itemID} \| d:{orgID}:{itemID} sometimes$`
}
