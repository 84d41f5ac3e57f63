// Package inscript makes keys inside of a Lua script. The script is text for
// Go; the keys that it names by itself never pass through an argument that Go
// can see. (Redis Cluster forbids it for the same reason.) Known miss: only
// the declared key is listed, not the second one that the script makes of an
// argument.
package inscript

import (
	"context"

	"github.com/redis/go-redis/v9"
)

var script = redis.NewScript("return redis.call('GET', 'item:' .. ARGV[1]) or redis.call('GET', KEYS[1])")

// Run declares one key and uses two.
func Run(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	script.Run(ctx, rdb, []string{orgID + ":" + itemID}, itemID) // want `^(get|other) {orgID}:{itemID} yes$`
}
