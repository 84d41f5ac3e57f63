package whole

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// What stands in a test is nobody's key, wherever its text is generated to.
//
//line whole_test.go:1
func mocked(ctx context.Context, rdb *redis.Client, projectID string) {
	rdb.Get(ctx, "project:"+projectID)
}
