// Package keyfunc passes a function that returns the key. Inside the wrapper the
// key is what a parameter returns, and unknown, which is right. The call that
// passes the function is not listed: a wrapper is a function that passes a
// parameter on as a key, and nobody looks yet at what a parameter returns. A
// miss.
package keyfunc

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func lazily(ctx context.Context, rdb *redis.Client, keyFn func() string) {
	rdb.Get(ctx, keyFn()) // want `^get {(?:[^{}]|{[^{}]*})*} (caller|unknown)$`
}

// ByFunction makes the key in a literal: {orgID}:{itemID}, with the tenant.
func ByFunction(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	lazily(ctx, rdb, func() string { return orgID + ":" + itemID })
}
