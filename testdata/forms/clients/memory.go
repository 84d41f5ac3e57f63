package clients

import (
	"context"
	"time"

	"github.com/VictoriaMetrics/fastcache"
	"github.com/allegro/bigcache/v2"
	"github.com/bluele/gcache"
	"github.com/karlseguin/ccache/v3"
	"github.com/muesli/cache2go"
	"github.com/samber/hot"
	"github.com/viccon/sturdyc"
)

// GCache is bluele's: the cache is an interface, the policies are types of their own.
func GCache(c gcache.Cache, arc *gcache.ARC, orgID, itemID string) {
	c.Set("org:"+orgID, 1)                              // want `^set org:{orgID} yes$`
	c.SetWithExpire("item:"+itemID, orgID, time.Minute) // want `^set item:{itemID} no$`
	c.GetIFPresent("item:" + itemID)                    // want `^get item:{itemID} no$`
	arc.Get("org:" + orgID)                             // want `^get org:{orgID} yes$`
	c.Remove("item:" + itemID)                          // want `^delete item:{itemID} no$`
}

// CCache is karlseguin's: what is fetched is kept.
func CCache(c *ccache.Cache[string], orgID, itemID string) {
	c.Set("org:"+orgID, itemID, time.Minute)                                        // want `^set org:{orgID} yes$`
	c.Fetch("item:"+itemID, time.Minute, func() (string, error) { return "", nil }) // want `^get item:{itemID} no$`
	c.Setnx2("org:"+orgID+":n", func() string { return "" }, time.Minute)           // want `^get org:{orgID}:n yes$`
	c.Delete("item:" + itemID)                                                      // want `^delete item:{itemID} no$`
	c.DeletePrefix("org:" + orgID)                                                  // want `^delete org:{orgID} yes$`
}

// Layered is its cache of two keys, which are one as a struct's fields are.
func Layered(c *ccache.LayeredCache[string], orgID, userID, itemID string) {
	c.Get(orgID, "item:"+itemID)                  // want `^get {orgID},item:{itemID} yes$`
	c.Get(userID, itemID)                         // want `^get {userID},{itemID} no$`
	c.Set("items", orgID+itemID, "", time.Minute) // want `^set items,{orgID}{itemID} yes$`
	c.DeleteAll(orgID)                            // want `^delete {orgID} yes$`
}

// Secondary is a part of it, by its name.
func Secondary(c *ccache.LayeredCache[string], orgID, userID, itemID string) {
	part := c.GetOrCreateSecondaryCache(orgID)
	part.Get("item:" + itemID)                                       // want `^get {orgID},item:{itemID} yes$`
	c.GetOrCreateSecondaryCache(userID).Set(itemID, "", time.Minute) // want `^set {userID},{itemID} no$`
}

// SecondaryOfCaller is one that was asked for elsewhere.
func SecondaryOfCaller(part *ccache.SecondaryCache[string], itemID string) {
	part.Get("item:" + itemID)               // want `^get {.*},item:{itemID} unknown$`
	partOf(context.Background()).Get(itemID) // want `^get {.*},{itemID} unknown$`
}

func partOf(context.Context) *ccache.SecondaryCache[string] { return nil }

// Sturdyc is viccon's, which fetches what it does not have.
func Sturdyc(ctx context.Context, c *sturdyc.Client[string], orgID, itemID string) {
	fetch := func(context.Context) (string, error) { return "", nil }
	c.GetOrFetch(ctx, "item:"+itemID, fetch)        // want `^get item:{itemID} no$`
	sturdyc.GetOrFetch(ctx, c, "org:"+orgID, fetch) // want `^get org:{orgID} yes$`
	c.Passthrough(ctx, "org:"+orgID, fetch)         // want `^get org:{orgID} yes$`
	c.Set("item:"+itemID, orgID)                    // want `^set item:{itemID} no$`
}

// Batch makes the key of each id by a function.
func Batch(ctx context.Context, c *sturdyc.Client[string], orgID string, ids []string) {
	scoped := func(id string) string { return orgID + ":item:" + id }
	fetch := func(context.Context, []string) (map[string]string, error) { return nil, nil }
	c.GetOrFetchBatch(ctx, ids, scoped, fetch)                 // want `^get {orgID}:item:{ids.*} yes$`
	c.GetOrFetchBatch(ctx, []string{"a", orgID}, plain, fetch) // want `^get item:a no$` `^get item:{orgID} yes$`
	c.GetManyKeyFn(ids, plain)                                 // want `^get item:{ids.*} no$`
}

type filter struct {
	OrgID string
	Page  int
	trace string
}

// Permutated has the exported fields of a struct in its keys.
func Permutated(c *sturdyc.Client[string], orgID, traceID string, ids []string) {
	c.Get(c.PermutatedKey("items", filter{OrgID: orgID, Page: 2, trace: traceID})) // want `^get items-{orgID}-2 yes$`
	c.GetManyKeyFn(ids, c.BatchKeyFn("item:"+orgID))                               // want `^get item:{orgID}-ID-{ids.*} yes$`
	keyOf := c.PermutatedBatchKeyFn("item", filter{Page: 1, trace: orgID})
	c.GetManyKeyFn(ids, keyOf) // want `^get item--1-ID-{ids.*} no$`
}

func plain(id string) string { return "item:" + id }

// BatchOfCaller has a function that is not seen.
func BatchOfCaller(c *sturdyc.Client[string], ids []string, makeKey sturdyc.KeyFn) {
	c.GetManyKeyFn(ids, makeKey) // want `^get {.*} unknown$`
}

// Table is a table of muesli's cache.
func Table(t *cache2go.CacheTable, orgID, itemID string) {
	t.Add("org:"+orgID, time.Minute, itemID)          // want `^set org:{orgID} yes$`
	t.NotFoundAdd("item:"+itemID, time.Minute, orgID) // want `^set item:{itemID} no$`
	t.Value("item:" + itemID)                         // want `^get item:{itemID} no$`
}

// Hot is samber's: one key or many, and loaders.
func Hot(c *hot.HotCache[string, int], orgID, itemID string) {
	c.Set("org:"+orgID, 1)                                                                       // want `^set org:{orgID} yes$`
	c.GetWithLoaders("item:"+itemID, func([]string) (map[string]int, error) { return nil, nil }) // want `^get item:{itemID} no$`
	c.GetMany([]string{"item:" + itemID, "org:" + orgID})                                        // want `^get item:{itemID} no$` `^get org:{orgID} yes$`
	c.SetMany(map[string]int{"item:" + itemID: 1})                                               // want `^set item:{itemID} no$`
}

// Bytes are the caches of bytes: one reads into a buffer, which comes first.
func Bytes(big *bigcache.BigCache, fast *fastcache.Cache, orgID, itemID string) {
	big.Set("org:"+orgID, nil)      // want `^set org:{orgID} yes$`
	big.Append("item:"+itemID, nil) // want `^set item:{itemID} no$`
	buf := make([]byte, 0, 64)
	buf = fast.Get(buf, []byte("item:"+itemID)) // want `^get item:{itemID} no$`
	fast.SetBig([]byte("org:"+orgID), buf)      // want `^set org:{orgID} yes$`
}
