// The position in a loop, kept up to date: the last one is meant to win.
package progress

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func Import(ctx context.Context, rdb *redis.Client, rows []string, do func(string) error) error {
	for i, row := range rows {
		if err := do(row); err != nil {
			return err
		}
		rdb.Set(ctx, "import:progress", i, 0)
	}
	return nil
}
