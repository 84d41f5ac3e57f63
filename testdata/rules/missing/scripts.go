package missing

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type script struct {
	rdb redis.Scripter
	sha string
}

func (s *script) exec(ctx context.Context, keys []string, args ...any) error {
	return s.rdb.EvalSha(ctx, s.sha, keys, args...).Err()
}

// The only element of a list is told where the list is written.
func (s *script) drop(ctx context.Context, queueID string, n int) error {
	keys := []string{"queue:" + queueID} // want `"queue:{queueID}" has no tenant`
	return s.rdb.EvalSha(ctx, s.sha, keys, n).Err()
}

// Each element of a list is told where it is put together.
func (s *script) pop(ctx context.Context, queueID string) error {
	meta := "queue:" + queueID + ":meta" // want `"queue:{queueID}:meta" has no tenant`
	return s.exec(ctx, []string{
		"queue:" + queueID, // want `"queue:{queueID}" has no tenant`
		meta,
	}, 1)
}
