package iface

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

// A narrow is the part of the client that this package needs: nothing here
// implements it, the client does.
type narrow interface {
	Get(ctx context.Context, key string) *redis.StringCmd
	Set(ctx context.Context, key string, value any, expiration time.Duration) *redis.StatusCmd
	Tag(ctx context.Context, key string) string
}

// Narrow calls the client through an interface of its own; Tag is no method of
// the client.
func Narrow(ctx context.Context, n narrow, orgID, itemID string) {
	n.Get(ctx, "item:"+itemID)                // want `^get item:{itemID} no$`
	n.Set(ctx, orgID+":item:"+itemID, "1", 0) // want `^set {orgID}:item:{itemID} yes$`
	n.Tag(ctx, "item:"+itemID)
}

// NarrowKey hands its key on.
func NarrowKey(ctx context.Context, n narrow, key string) string {
	return n.Get(ctx, key).Val() // want `^get {key} caller$`
}

// NarrowKeys calls that.
func NarrowKeys(ctx context.Context, n narrow, orgID string) string {
	return NarrowKey(ctx, n, "org:"+orgID) // want `^get org:{orgID} yes$`
}

// A reader is no more than what the client has.
type reader interface {
	Get(ctx context.Context, key string) *redis.StringCmd
	Close() error
}

// Reader calls it.
func Reader(ctx context.Context, r reader, itemID string) string {
	return r.Get(ctx, "item:"+itemID).Val() // want `^get item:{itemID} no$`
}

// A scoping interface is written after the client, too, but what implements
// it here adds the tenant.
type scoping interface {
	Get(ctx context.Context, key string) *redis.StringCmd
}

type scoped struct {
	rdb   *redis.Client
	orgID string
}

func (s scoped) Get(ctx context.Context, item string) *redis.StringCmd {
	return s.rdb.Get(ctx, s.orgID+":item:"+item) // want `^get {s.orgID}:item:{item} yes$`
}

// Scoped calls it: the implementation is told, not its callers.
func Scoped(ctx context.Context, s scoping, itemID string) {
	s.Get(ctx, itemID)
}
