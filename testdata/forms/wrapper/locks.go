package wrapper

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type leases struct{ rdb *redis.Client }

// Acquire takes what it is told to lock: what that is, its callers say.
func (l *leases) Acquire(ctx context.Context, resource string) bool {
	return l.rdb.SetNX(ctx, "lease:"+resource, "1", time.Minute).Val() // want `^set lease:{resource} caller$`
}

// Release gives it back.
func (l *leases) Release(ctx context.Context, resource string) {
	l.rdb.Del(ctx, "lease:"+resource) // want `^delete lease:{resource} caller$`
}

// LockedResource locks a tenant's item, and all items.
func LockedResource(ctx context.Context, l *leases, orgID, itemID string) {
	l.Acquire(ctx, "item:"+orgID+":"+itemID)       // want `^set item:{orgID}:{itemID} yes$`
	defer l.Release(ctx, "item:"+orgID+":"+itemID) // want `^delete item:{orgID}:{itemID} yes$`
	l.Acquire(ctx, "items")                        // want `^set items no$`
}

type seats struct{ rdb *redis.Client }

// Acquire is told whose seat it is: the key is put together here, of that.
func (s *seats) Acquire(ctx context.Context, userID string) {
	s.rdb.Incr(ctx, "seats:"+userID) // want `^incr seats:{userID} no$`
}

// Release gives it back.
func (s *seats) Release(ctx context.Context, userID string) {
	s.rdb.Decr(ctx, "seats:"+userID) // want `^incr seats:{userID} no$`
}
