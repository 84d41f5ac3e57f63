package join

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"
)

// A limit has a name, and arguments that tell one of it from the next.
type limit struct {
	Name string
	Args []string
}

func (l limit) key() string {
	return strings.Join(append([]string{l.Name}, l.Args...), ":")
}

// SpreadTail joins a known head and a tail of any length: each part of the
// tail brings the separator in front of it.
func SpreadTail(ctx context.Context, rdb *redis.Client, l limit) {
	rdb.Incr(ctx, "limit:"+l.key()) // want `^incr limit:{l\.Name}:{l\.Args\[\]\.\.\.} unknown$`
}
