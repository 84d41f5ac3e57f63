// The client comes out of the context; what it is a client of is everyone's.
package contextclient

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type clientKey struct{}

type Names struct {
	load func(tenantID, id string) (string, error)
}

func (n *Names) Get(ctx context.Context, tenantID, id string) (string, error) {
	rdb, ok := ctx.Value(clientKey{}).(*redis.Client)
	if !ok {
		return n.load(tenantID, id)
	}
	if name, err := rdb.Get(ctx, "name:"+id).Result(); err == nil {
		return name, nil
	}
	name, err := n.load(tenantID, id)
	if err != nil {
		return "", err
	}
	rdb.Set(ctx, "name:"+id, name, time.Hour) // want `depends on tenantID`
	return name, nil
}
