package carrier

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// rows keeps the key it was made with until it is closed.
type rows struct {
	rdb      *redis.Client
	cacheKey string
}

func newRows(rdb *redis.Client, cacheKey string) *rows {
	return &rows{rdb: rdb, cacheKey: cacheKey}
}

func openRows(rdb *redis.Client, tenantID, object string) *rows {
	return newRows(rdb, "rows:"+tenantID+":"+object)
}

var useOpenRows = openRows

// Close uses a key that a constructor took: it is what the constructor's only
// caller gives.
func (r *rows) Close(ctx context.Context) {
	r.rdb.Set(ctx, r.cacheKey, 1, 0) // want `^set rows:{tenantID}:{object} yes$`
}

// sessions have a prefix that their constructor takes, and its one caller
// gives.
type sessions struct {
	rdb    *redis.Client
	prefix string
}

func newSessions(prefix string, rdb *redis.Client) *sessions {
	return &sessions{prefix: prefix, rdb: rdb}
}

func openSessions(rdb *redis.Client) *sessions { return newSessions("session_", rdb) }

var useOpenSessions = openSessions

// GivenPrefix has a prefix that can be nothing but this text.
func (s *sessions) GivenPrefix(ctx context.Context, id string) {
	s.rdb.Get(ctx, s.prefix+id) // want `^get session_{id} no$`
}

// shelf is made by others as well: its prefix is theirs.
type shelf struct {
	rdb    *redis.Client
	prefix string
}

func newShelf(prefix string, rdb *redis.Client) *shelf { return &shelf{prefix: prefix, rdb: rdb} }

var makeShelf = newShelf

var oneShelf = newShelf("shelf_", nil)

// HeldConstructor has a constructor that is also a value, which is called with
// anything.
func (s *shelf) HeldConstructor(ctx context.Context, id string) {
	s.rdb.Get(ctx, s.prefix+id) // want `^get {s\.prefix}{id} (no|caller|unknown)$`
}
