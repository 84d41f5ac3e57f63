// Package unrolled makes a list of keys and values out of a map, in a function
// of its own. The key is shown as an element of the map, which reads as the
// value: a wrong name, whose verdict is right.
package unrolled

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type item struct{ text string }

func unroll(items map[string]*item) []any {
	var out []any
	for k, v := range items {
		out = append(out, k, v.text)
	}
	return out
}

// Save sets the items under the keys of their map.
func Save(ctx context.Context, rdb *redis.Client, items map[string]*item) {
	rdb.MSet(ctx, unroll(items)...) // want `^set {items\[\]} no$`
}
