// All that the look-up is given of a row is in the key.
package bothparts

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type Hook struct{ TenantID, PluginID, Path string }

type Store struct {
	hook func(ctx context.Context, id string) (*Hook, error)
	find func(ctx context.Context, tenantID, pluginID string) (string, error)
	rdb  *redis.Client
}

func (s *Store) Version(ctx context.Context, hookID string) (string, error) {
	h, err := s.hook(ctx, hookID)
	if err != nil {
		return "", err
	}
	key := "installation:" + h.TenantID + ":" + h.PluginID
	if v, err := s.rdb.Get(ctx, key).Result(); err == nil {
		return v, nil
	}
	v, err := s.find(ctx, h.TenantID, h.PluginID)
	if err != nil {
		return "", err
	}
	return v, s.rdb.Set(ctx, key, v, time.Hour).Err()
}
