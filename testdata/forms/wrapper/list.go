package wrapper

import (
	"context"
	"encoding/hex"
	"hash/fnv"

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
