package convert

import (
	"context"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

func daily(orgID string, day *time.Time) string {
	return fmt.Sprintf("daily:%s:%s", orgID, day.Format(time.DateOnly))
}

// TimeByPointer hands a time to a key builder by its address: it stays one
// value, whose fields are no matter of this package.
func TimeByPointer(ctx context.Context, rdb *redis.Client, orgID string) {
	now := time.Now()
	rdb.Incr(ctx, daily(orgID, &now)) // want `^incr daily:{orgID}:{[^{},]*} yes$`
}
