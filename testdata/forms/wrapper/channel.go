package wrapper

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func publish(ctx context.Context, rdb *redis.Client, channelName string, data []byte) error {
	return rdb.Publish(ctx, channelName, data).Err() // want `^publish {channelName} caller$`
}

// Published goes through a wrapper whose parameter is called the channel's name.
func Published(ctx context.Context, rdb *redis.Client, orgID string) error {
	return publish(ctx, rdb, "events:"+orgID, nil) // want `^publish events:{orgID} yes$`
}
