package wrapper

import (
	"context"
	"encoding/hex"
	"hash/fnv"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/redis/go-redis/v9"
)

type many interface {
	fetch(ctx context.Context, keys []string) []any
}

type direct struct{ rdb *redis.Client }

func (d *direct) fetch(ctx context.Context, keys []string) []any {
	return d.rdb.MGet(ctx, keys...).Val() // want `^get {keys\[\]} caller$`
}

func hashed(key string) string {
	h := fnv.New64a()
	h.Write([]byte(key))
	return hex.EncodeToString(h.Sum(nil))
}

type results struct{ from many }

func (r results) get(ctx context.Context, key string) []any {
	return r.from.fetch(ctx, []string{hashed(key)}) // want `^get {fnv.*key.*} caller$`
}

// ListOfOneDigest digests the key, and asks for a list of just that.
func ListOfOneDigest(ctx context.Context, r results, orgID, itemID string) {
	r.get(ctx, orgID+":"+itemID) // want `^get {.*} yes$`
	r.get(ctx, itemID)           // want `^get {.*} no$`
}

type grant struct {
	Key string
	N   int64
}

type reservation struct {
	grants []grant
	taken  bool
}

func giveBack(ctx context.Context, rdb *redis.Client, grants []grant) {
	for _, g := range grants {
		rdb.DecrBy(ctx, g.Key, g.N) // want `^incr {[^{}]*Key} caller$`
	}
}

func cancel(ctx context.Context, rdb *redis.Client, r *reservation) {
	if r.taken {
		giveBack(ctx, rdb, r.grants) // want `^incr {r.grants\[\].Key} caller$`
	}
}

// KeysOfReservation hands over what has keys in a list.
func KeysOfReservation(ctx context.Context, rdb *redis.Client, r *reservation) {
	cancel(ctx, rdb, r) // want `^incr {r.grants\[\].Key} caller$`
}

// KeyType is a key by the name of its type.
type Key struct{ data string }

func itemKey(orgID, itemID string) Key { return Key{"item:" + orgID + ":" + itemID} }

func stale(c *lru.Cache[Key, int], mark Key) bool {
	_, ok := c.Get(mark) // want `^get {mark[^{}]*} caller$`
	return ok
}

// NamedByType takes a key under another name.
func NamedByType(c *lru.Cache[Key, int], orgID, itemID string) bool {
	return stale(c, itemKey(orgID, itemID)) // want `^get item:{orgID}:{itemID} yes$`
}

// BusinessKey puts an issue's key, which is an id, into a key.
func BusinessKey(ctx context.Context, rdb *redis.Client, issueKey string) {
	rdb.Get(ctx, "issue:key:"+issueKey) // want `^get issue:key:{issueKey} no$`
}

func prefixed(ctx context.Context, rdb *redis.Client, lockKey string) {
	rdb.Get(ctx, "lock:"+lockKey) // want `^get lock:{lockKey} caller$`
}

// StorageKey hands a lock's key to what puts a prefix before it.
func StorageKey(ctx context.Context, rdb *redis.Client, orgID string) {
	prefixed(ctx, rdb, "org:"+orgID) // want `^get org:{orgID} yes$`
}

type keyLocks struct{ held map[string]bool }

func (l *keyLocks) Acquire(key string) { l.held[key] = true }

// LocksByName is a lock by the second word of its type's name.
func LocksByName(l *keyLocks, itemID string) {
	l.Acquire("item:" + itemID) // want `^[a-z]+ item:{itemID} no$`
}

type inMemoryRows struct{ rows map[string]string }

func (r *inMemoryRows) row(key string) string { return r.rows[key] }

// InMemoryType keeps rows in the memory of the process, as its name says.
func InMemoryType(r *inMemoryRows, itemID string) string {
	return r.row("item:" + itemID) // want `^get item:{itemID} no$`
}
