// A session is bound to its key, not looked up by it.
package session

import (
	"context"
	"encoding/json"
	"time"

	"github.com/redis/go-redis/v9"
)

type Session struct{ TenantID, UserID, Role string }

type Sessions struct{ rdb *redis.Client }

func (s *Sessions) Start(ctx context.Context, token, tenantID, userID, role string) error {
	data, err := json.Marshal(Session{tenantID, userID, role})
	if err != nil {
		return err
	}
	return s.rdb.Set(ctx, "session:"+token, data, time.Hour).Err()
}
