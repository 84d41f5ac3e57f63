package quiet

import (
	"context"
	"path/filepath"

	"github.com/redis/go-redis/v9"
)

// Who has the same path has the same file.
func file(ctx context.Context, rdb *redis.Client, dir, title string) {
	rdb.Get(ctx, filepath.Join(dir, title))
}

// What is known is accepted.
func known(ctx context.Context, rdb *redis.Client, path, title string) {
	rdb.Get(ctx, path+"|"+title) //tenantkey:global titles are checked where they are written
}
