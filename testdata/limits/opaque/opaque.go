// Package opaque has the tenant inside of a value that does not look like it: a
// token that was signed for one tenant, an identifier that begins with it.
// Known false alarm: nothing in the code says so, and a policy has to, by
// naming the type or the function in from.
package opaque

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// Token keys by a token of which each tenant has others.
func Token(ctx context.Context, rdb *redis.Client, bearer string) {
	rdb.Get(ctx, "session:"+bearer) // want `^get session:{bearer} no$`
}
