// Package repointed gives a pointer in a field a second target on one way, and
// then writes through it. The write is not seen to reach the first: a miss.
package repointed

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type scope struct{ id string }

type holder struct{ scope *scope }

// EitherTarget takes orgID out of one of two scopes again, and reads the one
// that it was taken out of unless special is true: there the key has no orgID.
func EitherTarget(ctx context.Context, rdb *redis.Client, orgID string, special bool) {
	first, second := &scope{orgID}, &scope{orgID}
	h := &holder{first}
	if special {
		h.scope = second
	}
	h.scope.id = "all"
	rdb.Get(ctx, first.id+":settings") // want `^get {orgID}:settings yes$`
}
