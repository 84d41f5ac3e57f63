// The same, with what the user may do looked up.
package login

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type Sessions struct {
	rdb   *redis.Client
	roles func(tenantID, userID string) string
}

func (s *Sessions) Start(ctx context.Context, sid, tenantID, userID string) error {
	return s.rdb.Set(ctx, "session:"+sid, s.roles(tenantID, userID), time.Hour).Err()
}
