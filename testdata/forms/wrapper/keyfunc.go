package wrapper

import (
	"context"
	"strconv"

	"github.com/redis/go-redis/v9"

	"example.com/forms/wrapper/keys"
)

// getAll asks for what a function makes of each id: what that is, its callers
// say.
func getAll[K comparable](ctx context.Context, rdb *redis.Client, ids []K, keyOf func(id K) string) []any {
	found := make(map[string]K, len(ids))
	all := make([]string, 0, len(ids))
	for _, id := range ids {
		key := keyOf(id)
		if _, ok := found[key]; !ok {
			found[key] = id
			all = append(all, key)
		}
	}
	return rdb.MGet(ctx, all...).Val() // want `^get {(key|keyOf\(id\))} caller$`
}

// versioned puts something in front of it, and hands it on.
func versioned(ctx context.Context, rdb *redis.Client, ids []string, keyOf func(id string) string) {
	for _, id := range ids {
		rdb.Del(ctx, "v2:"+keyOf(id)) // want `^delete v2:{keyOf\(id\)} caller$`
	}
	getAll(ctx, rdb, ids, keyOf) // want `^get {(key|keyOf\(id\))} caller$`
}

type shelf struct{ orgID string }

func (s *shelf) key(id string) string { return "shelf:" + s.orgID + ":" + id }

// MadeByLiteral gives a function literal.
func MadeByLiteral(ctx context.Context, rdb *redis.Client, orgID string, itemIDs []string) {
	getAll(ctx, rdb, itemIDs, func(id string) string { return "item:" + orgID + ":" + id }) // want `^get item:{orgID}:{(id|itemIDs\[\])} yes$`
	getAll(ctx, rdb, []int{1, 2}, func(n int) string { return "page:" + strconv.Itoa(n) })  // want `^get page:1 \| page:2 no$`
	versioned(ctx, rdb, itemIDs, func(id string) string { return id + ":" + orgID })        // want `^(get|delete) {(id|itemIDs\[\])}:{orgID} yes$`
	lazily(ctx, rdb, func() string { return "item:" + orgID })                              // want `^get item:{orgID} yes$`
	lazily(ctx, rdb, func() string { return "item:" + itemIDs[0] })                         // want `^get item:{itemIDs\[0\]} no$`
}

// MadeByMethod gives a method of a value.
func MadeByMethod(ctx context.Context, rdb *redis.Client, s *shelf, itemIDs []string) {
	getAll(ctx, rdb, itemIDs, s.key) // want `^get shelf:{s\.orgID}:{(id|itemIDs\[\])} yes$`
}

// MadeByVariable gives what a variable holds.
func MadeByVariable(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	keyOf := func(id string) string { return "item:" + id }
	getAll(ctx, rdb, itemIDs, keyOf) // want `^get item:{(id|itemIDs\[\])} no$`
}

// MadeElsewhere gives a function of another package.
func MadeElsewhere(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	getAll(ctx, rdb, itemIDs, keys.Page) // want `^get page:{(id|itemIDs\[\])} no$`
}
