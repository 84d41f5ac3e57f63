// Package clients calls the other clients whose stores are keyed: each has its
// own place for the key.
package clients

import (
	"context"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/expirable"
	"github.com/jellydator/ttlcache/v3"
	"github.com/maypok86/otter/v2"
	"github.com/patrickmn/go-cache"
	"github.com/redis/go-redis/v9"
	"golang.org/x/sync/singleflight"
)

// LRU is hashicorp's cache.
func LRU(c *lru.Cache[string, int], orgID, itemID string) {
	c.Add(orgID+":"+itemID, 1) // want `^set {orgID}:{itemID} yes$`
	c.Get("item:" + itemID)    // want `^get item:{itemID} no$`
	c.Peek("item:" + itemID)   // want `^get item:{itemID} no$`
	c.Remove("item:" + itemID) // want `^delete item:{itemID} no$`
}

// Expirable is its cache with times.
func Expirable(c *expirable.LRU[string, int], tenantID string) {
	c.Add("t:"+tenantID, 1) // want `^set t:{tenantID} yes$`
}

// GoCache is patrickmn's.
func GoCache(c *cache.Cache, itemID string) {
	c.Set("item:"+itemID, 1, cache.DefaultExpiration) // want `^set item:{itemID} no$`
	c.Delete("item:" + itemID)                        // want `^delete item:{itemID} no$`
	c.IncrementInt("n:"+itemID, 1)                    // want `^incr n:{itemID} no$`
}

// TTLCache is jellydator's.
func TTLCache(c *ttlcache.Cache[string, int], orgID string) {
	c.Set("org:"+orgID, 1, time.Minute) // want `^set org:{orgID} yes$`
	c.Get("org:" + orgID)               // want `^get org:{orgID} yes$`
	c.Delete("all")                     // want `^delete all no$`
}

// Otter is maypok86's.
func Otter(c *otter.Cache[string, int], itemID string) {
	c.Set("item:"+itemID, 1)         // want `^set item:{itemID} no$`
	c.GetIfPresent("item:" + itemID) // want `^get item:{itemID} no$`
	c.Invalidate("item:" + itemID)   // want `^delete item:{itemID} no$`
}

// Flight shares the work of callers with one key.
func Flight(g *singleflight.Group, tenantID, itemID string) {
	g.Do(tenantID+":"+itemID, func() (any, error) { return nil, nil }) // want `^(get|lock|other) {tenantID}:{itemID} yes$`
	g.DoChan("item:"+itemID, func() (any, error) { return nil, nil })  // want `^(get|lock|other) item:{itemID} no$`
	g.Forget("item:" + itemID)                                         // want `^(delete|other) item:{itemID} no$`
}

// Collections are Redis's lists, sets and counters: the key is first.
func Collections(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.LPush(ctx, "queue:"+orgID, itemID)                          // want `^set queue:{orgID} yes$`
	rdb.SAdd(ctx, "tags:"+itemID, orgID)                            // want `^set tags:{itemID} no$`
	rdb.ZAdd(ctx, "rank:"+orgID, redis.Z{Score: 1, Member: itemID}) // want `^set rank:{orgID} yes$`
	rdb.SMembers(ctx, "tags:"+itemID)                               // want `^get tags:{itemID} no$`
	rdb.IncrBy(ctx, "n:"+itemID, 2)                                 // want `^incr n:{itemID} no$`
}

// Messages are published to a channel, which is named like a key.
func Messages(ctx context.Context, rdb *redis.Client, tenantID string) {
	rdb.Publish(ctx, "events:"+tenantID, "hello") // want `^publish events:{tenantID} yes$`
}

// Patterns look for keys: the text is a pattern with a star.
func Patterns(ctx context.Context, rdb *redis.Client, tenantID string) {
	rdb.Keys(ctx, tenantID+":item:*") // want `^scan {tenantID}:item:\* yes$`
	rdb.Scan(ctx, 0, "item:*", 100)   // want `^scan item:\* no$`
}
