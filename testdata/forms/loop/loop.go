// Package loop builds keys in loops, and uses keys in loops. A key that is
// made anew in each round has one shape; a key that grows from round to round
// has a repeated part, which is one hole whose text is left open.
package loop

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

// EachCall makes one key a round.
func EachCall(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	for _, itemID := range itemIDs {
		rdb.Get(ctx, "item:"+itemID) // want `^get item:({itemID}|{itemIDs\[.*\]}) no$`
	}
}

// EachCallTenant has the tenant from outside of the loop.
func EachCallTenant(ctx context.Context, rdb *redis.Client, orgID string, itemIDs []string) {
	for _, itemID := range itemIDs {
		rdb.Get(ctx, "item:"+orgID+":"+itemID) // want `^get item:{orgID}:({itemID}|{itemIDs\[.*\]}) yes$`
	}
}

// ByIndex indexes in the key.
func ByIndex(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	for i := 0; i < len(itemIDs); i++ {
		rdb.Get(ctx, "item:"+itemIDs[i]) // want `^get item:{itemIDs\[i\]} no$`
	}
}

// Counted ranges over a number.
func Counted(ctx context.Context, rdb *redis.Client, tenantID string) {
	for shard := range 16 {
		rdb.Get(ctx, tenantID+":shard:"+strconv.Itoa(shard)) // want `^get {tenantID}:shard:{shard} yes$`
	}
}

// EachMapKey ranges over a map.
func EachMapKey(ctx context.Context, rdb *redis.Client, docs map[string]int) {
	for docID, rev := range docs {
		rdb.Set(ctx, "doc:"+docID, rev, 0) // want `^set doc:{docID} no$`
	}
}

// Grown appends to the key in every round.
func Grown(ctx context.Context, rdb *redis.Client, tags []string) {
	key := "items"
	for _, tag := range tags {
		key += ":" + tag
	}
	rdb.Get(ctx, key) // want `^get items:{(?:[^{}]|{[^{}]*})*} no$`
}

// GrownTenant has the tenant before the repeated part.
func GrownTenant(ctx context.Context, rdb *redis.Client, orgID string, tags []string) {
	key := "items:" + orgID
	for _, tag := range tags {
		key += ":" + tag
	}
	rdb.Get(ctx, key) // want `^get items:{orgID}:{(?:[^{}]|{[^{}]*})*} yes$`
}

// BuiltThenTail writes the repeated part into a builder and goes on.
func BuiltThenTail(ctx context.Context, rdb *redis.Client, tenantID string, tags []string) {
	var b strings.Builder
	b.WriteString("tags=")
	for _, tag := range tags {
		b.WriteString(tag)
		b.WriteByte(',')
	}
	b.WriteString(";t=")
	b.WriteString(tenantID)
	rdb.Get(ctx, b.String()) // want `^get tags={(?:[^{}]|{[^{}]*})*};t={tenantID} yes$`
}

// Gathered appends in the loop and joins after it.
func Gathered(ctx context.Context, rdb *redis.Client, orgID string, tags []string) {
	parts := []string{"items", orgID}
	for _, tag := range tags {
		parts = append(parts, strings.ToLower(tag))
	}
	rdb.Get(ctx, strings.Join(parts, ":")) // want `^get items:{orgID}:{(?:[^{}]|{[^{}]*})*} yes$`
}

// KeysGathered collects whole keys in a loop and deletes them at once: every
// element has one shape.
func KeysGathered(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	keys := make([]string, 0, len(itemIDs))
	for _, itemID := range itemIDs {
		keys = append(keys, "item:"+itemID)
	}
	rdb.Del(ctx, keys...) // want `^delete item:({itemID}|{itemIDs\[.*\]}) no$`
}

// KeysByIndex fills a slice of keys place by place.
func KeysByIndex(ctx context.Context, rdb *redis.Client, tenantID string, itemIDs []string) {
	keys := make([]string, len(itemIDs))
	for i, itemID := range itemIDs {
		keys[i] = tenantID + ":item:" + itemID
	}
	rdb.MGet(ctx, keys...) // want `^get {tenantID}:item:({itemID}|{itemIDs\[.*\]}) yes$`
}

// KeysTwoShapes collects keys of two shapes: two keys for the one call.
func KeysTwoShapes(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	var keys []string
	for _, itemID := range itemIDs {
		keys = append(keys, "item:"+itemID, "meta:"+itemID)
	}
	rdb.Del(ctx, keys...) // want `^delete item:({itemID}|{itemIDs\[.*\]}) no$` `^delete meta:({itemID}|{itemIDs\[.*\]}) no$`
}

// Pipelined queues commands in a loop.
func Pipelined(ctx context.Context, rdb *redis.Client, orgID string, itemIDs []string) error {
	pipe := rdb.Pipeline()
	for _, itemID := range itemIDs {
		pipe.Del(ctx, orgID+":item:"+itemID) // want `^delete {orgID}:item:({itemID}|{itemIDs\[.*\]}) yes$`
	}
	_, err := pipe.Exec(ctx)
	return err
}

// LastOne keeps the key of the last round: before the loop it was another.
func LastOne(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	key := "item:none"
	for _, itemID := range itemIDs {
		key = "item:" + itemID
	}
	rdb.Get(ctx, key) // want `^get item:none \| item:{itemID} no$`
}

// Nested makes keys of two loop variables.
func Nested(ctx context.Context, rdb *redis.Client, userIDs, itemIDs []string) {
	for _, userID := range userIDs {
		for _, itemID := range itemIDs {
			rdb.Get(ctx, userID+":"+itemID) // want `^get ({userID}|{userIDs\[.*\]}):({itemID}|{itemIDs\[.*\]}) no$`
		}
	}
}

type item struct{ OrgID, ID string }

// Elements takes fields of what is ranged over.
func Elements(ctx context.Context, rdb *redis.Client, items []item) {
	for _, it := range items {
		rdb.Get(ctx, it.OrgID+":"+it.ID) // want `^get ({it\.OrgID}|{items\[.*\]\.OrgID}):({it\.ID}|{items\[.*\]\.ID}) yes$`
	}
}

// Iterator ranges over a function: the body is a closure for the compiler.
func Iterator(ctx context.Context, rdb *redis.Client, tenantID string, docs map[string]int) {
	for docID := range maps.Keys(docs) {
		rdb.Del(ctx, tenantID+":doc:"+docID) // want `^delete {tenantID}:doc:{docID} yes$`
	}
}

// Sorted ranges over a sorted copy.
func Sorted(ctx context.Context, rdb *redis.Client, docs map[string]int) {
	for _, docID := range slices.Sorted(maps.Keys(docs)) {
		rdb.Del(ctx, "doc:"+docID) // want `^delete doc:{(?:[^{}]|{[^{}]*})*} no$`
	}
}

// Retry builds the key outside of a loop that uses it again and again.
func Retry(ctx context.Context, rdb *redis.Client, itemID string) error {
	key := "lock:" + itemID
	for {
		if err := rdb.Get(ctx, key).Err(); err == nil { // want `^get lock:{itemID} no$`
			return nil
		}
	}
}

// Channel ranges over a channel of ids.
func Channel(ctx context.Context, rdb *redis.Client, docIDs <-chan string) {
	for docID := range docIDs {
		rdb.Del(ctx, "doc:"+docID) // want `^delete doc:({docID}|{<-docIDs}) no$`
	}
}
