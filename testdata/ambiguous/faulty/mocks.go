package faulty

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// What stands in a test is nobody's key, wherever its text is generated to.
//
//line a_test.go:1
func mocked(ctx context.Context, rdb *redis.Client, tenantID, title, path string) {
	rdb.Get(ctx, "note:"+tenantID+":"+title)
	rdb.Get(ctx, path+"|"+title)
}
