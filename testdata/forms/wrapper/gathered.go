package wrapper

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type pending interface {
	add(keys ...string)
	exec(ctx context.Context) error
}

type removal struct {
	rdb  *redis.Client
	keys []string
}

// add gathers keys that are to be deleted.
func (r *removal) add(keys ...string) { r.keys = append(r.keys, keys...) }

// one gathers a key.
func (r *removal) one(key string) *removal {
	r.keys = append(r.keys, key)
	return r
}

// exec deletes them: which they are, is known where they were gathered.
func (r *removal) exec(ctx context.Context) error {
	return r.rdb.Del(ctx, r.keys...).Err() // want `^delete {r\.keys\[\]} (caller|unknown)$`
}

// itemRemoval promotes the methods of what it embeds.
type itemRemoval interface {
	pending
	items() int
}

// GatheredKeys deletes an item's keys at once.
func GatheredKeys(ctx context.Context, rdb *redis.Client, orgID, itemID string) error {
	r := &removal{rdb: rdb}
	r.add("item:"+orgID+":"+itemID, "meta:"+itemID) // want `^delete item:{orgID}:{itemID} yes$` `^delete meta:{itemID} no$`
	return r.one("all:" + orgID).exec(ctx)          // want `^delete all:{orgID} yes$`
}

// GatheredBehind knows it by an interface.
func GatheredBehind(ctx context.Context, p pending, itemID string) error {
	p.add("item:" + itemID) // want `^delete item:{itemID} no$`
	return p.exec(ctx)
}

// GatheredPromoted knows it by an interface around that.
func GatheredPromoted(ctx context.Context, p itemRemoval, orgID string, itemIDs []string) error {
	keys := make([]string, 0, len(itemIDs))
	for _, itemID := range itemIDs {
		keys = append(keys, orgID+":item:"+itemID)
	}
	p.add(keys...) // want `^delete {orgID}:item:{itemID} yes$`
	return p.exec(ctx)
}
