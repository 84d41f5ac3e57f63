// Package dispatched chooses its key builder from a map that other packages
// register their functions in. Which functions are in it when the call is made
// is a matter of the whole program, and an analysis of one package after the
// other has not seen the packages that come later.
package dispatched

import (
	"context"

	"github.com/redis/go-redis/v9"
)

var builders = map[string]func(id string) string{}

// Register adds a builder.
func Register(kind string, build func(id string) string) { builders[kind] = build }

// ByKind calls the builder of a kind.
func ByKind(ctx context.Context, rdb *redis.Client, kind, itemID string) {
	rdb.Get(ctx, builders[kind](itemID)) // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}
