package generic

import (
	"context"
	"maps"
	"slices"

	"github.com/redis/go-redis/v9"

	"example.com/forms/generic/lists"
)

// MappedKeys makes the keys with a function that a generic one calls.
func MappedKeys(ctx context.Context, rdb *redis.Client, orgID string, ids []string) {
	rdb.MGet(ctx, lists.Map(ids, func(id string) string { return "mapped:" + orgID + ":" + id })...) // want `^get mapped:{orgID}:{(id|ids\[\])} yes$`
	rdb.MGet(ctx, lists.Map(ids, func(id string) string { return "mapped:" + id })...)               // want `^get mapped:{(id|ids\[\])} no$`
}

// FilteredKeys keeps some of the keys.
func FilteredKeys(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	keys := []string{"full:" + orgID + ":" + itemID, "brief:" + orgID + ":" + itemID}
	rdb.Del(ctx, lists.Filter(keys, func(k string) bool { return k != "" })...) // want `^delete brief:{orgID}:{itemID} \| full:{orgID}:{itemID} yes$`
}

// DedupedKeys sorts and compacts keys that the callers give.
func DedupedKeys(ctx context.Context, rdb *redis.Client, keys []string) {
	slices.Sort(keys)
	for _, key := range lists.Dedupe(keys) {
		rdb.Get(ctx, key) // want `^get {(key|keys\[\])} caller$`
	}
	rdb.MGet(ctx, slices.Compact(keys)...) // want `^get {keys\[\]} caller$`
}

// KeysOfMap collects the keys of a map that is filled here.
func KeysOfMap(ctx context.Context, rdb *redis.Client, orgID string, ids []string) {
	set := map[string]bool{}
	for _, id := range ids {
		set["set:"+orgID+":"+id] = true
	}
	rdb.MGet(ctx, slices.Collect(maps.Keys(set))...) // want `^get set:{orgID}:{id} yes$`
	rdb.Del(ctx, slices.Sorted(maps.Keys(set))...)   // want `^delete set:{orgID}:{id} yes$`
	for key := range maps.Keys(set) {
		rdb.Get(ctx, key) // want `^get set:{orgID}:{id} yes$`
	}
}

// MustKey is the key that is handed through.
func MustKey(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, lists.Must("must:"+orgID+":"+itemID, ctx.Err())) // want `^get must:{orgID}:{itemID} yes$`
}

// EachKey uses the elements in a function that a generic one calls.
func EachKey(ctx context.Context, rdb *redis.Client, orgID string, ids []string) {
	lists.Each(ids, func(id string, _ int) {
		rdb.Get(ctx, "each:"+orgID+":"+id) // want `^get each:{orgID}:{(id|ids\[\])} yes$`
	})
}

// FoldedKey is put together step by step, and is not known.
func FoldedKey(ctx context.Context, rdb *redis.Client, ids []string) {
	rdb.Get(ctx, lists.Fold(ids, func(key, id string) string { return key + ":" + id }, "fold")) // want `^get .*{.*} unknown$`
}

// AssertedKey may be what an interface holds.
func AssertedKey(ctx context.Context, rdb *redis.Client, orgID string, from any) {
	rdb.Get(ctx, lists.From(from, "asserted:"+orgID)) // want `^get .*{.*} (unknown|sometimes)$`
}

// GroupedKeys are the keys by what a function makes of them, in a map that a
// generic function returns.
func GroupedKeys(ctx context.Context, rdb *redis.Client, orgID string, ids []string) {
	keys := lists.Map(ids, func(id string) string { return "grouped:" + orgID + ":" + id })
	for _, group := range lists.GroupBy(keys, func(key string) int { return len(key) }) {
		rdb.Del(ctx, group...) // want `^delete grouped:{orgID}:{(id|ids\[\])} yes$`
	}
	for key := range lists.KeyBy(ids, func(id string) string { return "by:" + id }) {
		rdb.Get(ctx, key) // want `^get by:{(id|ids\[\])} no$`
	}
}
