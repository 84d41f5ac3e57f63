// Package wrapper calls functions that pass a parameter on as a key. Each
// such call is listed with the key as it is passed there, without what the
// wrapper adds; the wrapper's own store call is the caller's matter.
package wrapper

import (
	"context"
	"time"

	"github.com/patrickmn/go-cache"
	"github.com/redis/go-redis/v9"

	app "example.com/forms/wrapper/cache"
	"example.com/forms/wrapper/keys"
	"example.com/forms/wrapper/scoped"
)

func get(ctx context.Context, rdb *redis.Client, key string) (string, error) {
	return rdb.Get(ctx, key).Result() // want `^get {key} caller$`
}

// Direct calls a wrapper of the package.
func Direct(ctx context.Context, rdb *redis.Client, itemID string) {
	get(ctx, rdb, "item:"+itemID) // want `^get item:{itemID} no$`
}

func getAgain(ctx context.Context, rdb *redis.Client, cacheKey string) (string, error) {
	v, err := get(ctx, rdb, cacheKey) // want `^get {cacheKey} caller$`
	if err != nil {
		return get(ctx, rdb, cacheKey) // want `^get {cacheKey} caller$`
	}
	return v, nil
}

// TwoDeep calls a wrapper of a wrapper.
func TwoDeep(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	getAgain(ctx, rdb, orgID+":item:"+itemID) // want `^get {orgID}:item:{itemID} yes$`
}

func getThird(ctx context.Context, rdb *redis.Client, k string) (string, error) {
	return getAgain(ctx, rdb, "v3:"+k) // want `^get v3:{k} caller$`
}

// ThreeDeep goes through three, of which the outermost adds a version that
// its caller does not see.
func ThreeDeep(ctx context.Context, rdb *redis.Client, itemID string) {
	getThird(ctx, rdb, "item:"+itemID) // want `^get item:{itemID} no$`
}

// OtherPackage calls a wrapper of another package.
func OtherPackage(ctx context.Context, itemID string) {
	app.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// PrefixDeeper calls one that adds a prefix.
func PrefixDeeper(ctx context.Context, tenantID, itemID string) {
	app.Store(ctx, tenantID+":"+itemID, 1) // want `^set {tenantID}:{itemID} yes$`
}

// ThreePackages has the key from one package, the wrapper from another, and
// the call in a third.
func ThreePackages(ctx context.Context, orgID, itemID, pageID string) {
	app.Get(ctx, keys.Item(orgID, itemID)) // want `^get item:{orgID}:{itemID} yes$`
	app.Get(ctx, keys.Page(pageID))        // want `^get page:{pageID} no$`
}

// ArgumentsSwapped gives the key builder its arguments in the wrong order:
// the template shows it, and still has the tenant by name. That it stands at
// the wrong place is a matter for a registry.
func ArgumentsSwapped(ctx context.Context, tenantID, itemID string) {
	app.Get(ctx, keys.Item(itemID, tenantID)) // want `^get item:{itemID}:{tenantID} yes$`
}

// VariadicKeys passes two keys to one variadic parameter: each is a key.
func VariadicKeys(ctx context.Context, orgID, itemID string) {
	app.Drop(ctx, orgID+":"+itemID, "item:"+itemID) // want `^delete {orgID}:{itemID} yes$` `^delete item:{itemID} no$`
}

// WithLoader passes key and loader: get-or-load.
func WithLoader(ctx context.Context, itemID string) {
	app.Remember(ctx, "item:"+itemID, func() (string, error) { return "1", nil }) // want `^(get|set) item:{itemID} no$`
}

// Method calls a wrapper method, whose prefix is in a field.
func Method(ctx context.Context, c *app.Cache, orgID, itemID string) {
	c.Get(ctx, orgID+":item:"+itemID) // want `^get {orgID}:item:{itemID} yes$`
	c.Delete(ctx, "item:"+itemID)     // want `^delete item:{itemID} no$`
}

// Scoped calls a cache that adds the tenant by itself. The key as it is
// passed has none, and the key that reaches the store has: verdict yes.
func Scoped(ctx context.Context, c scoped.Cache, itemID string) {
	c.Get(ctx, "item:"+itemID) // want `^get item:{itemID} yes$`
}

func joinGet(ctx context.Context, rdb *redis.Client, prefix, name string) {
	rdb.Get(ctx, prefix+":"+name) // want `^get {prefix}:{name} caller$`
}

// TwoParameters passes the key in two pieces: together they are one key.
func TwoParameters(ctx context.Context, rdb *redis.Client, itemID string) {
	joinGet(ctx, rdb, "item", itemID) // want `^get item:{itemID} no$`
}

// TwoParametersTenant is the positive.
func TwoParametersTenant(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	joinGet(ctx, rdb, "org:"+orgID, itemID) // want `^get org:{orgID}:{itemID} yes$`
}

func partsGet(ctx context.Context, rdb *redis.Client, keyParts ...string) {
	key := ""
	for i, p := range keyParts {
		if i > 0 {
			key += ":"
		}
		key += p
	}
	rdb.Get(ctx, key) // want `^get .* (caller|unknown)$`
}

// Parts passes the parts of a key to a wrapper that joins them in a loop. The
// parts are known here; how a loop joins them may print as one hole.
func Parts(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	partsGet(ctx, rdb, "item", orgID, itemID) // want `^get .* (yes|unknown)$`
}

func bytesGet(ctx context.Context, rdb *redis.Client, key []byte) {
	rdb.Get(ctx, string(key)) // want `^get {key} caller$`
}

// BytesKey passes the key as bytes.
func BytesKey(ctx context.Context, rdb *redis.Client, tenantID string) {
	bytesGet(ctx, rdb, []byte("t:"+tenantID)) // want `^get t:{tenantID} yes$`
}

type ref struct{ Key, Value string }

func put(ctx context.Context, rdb *redis.Client, r *ref) {
	rdb.Set(ctx, r.Key, r.Value, 0) // want `^set {r\.Key} caller$`
}

// FieldOfArgument passes the key in a field.
func FieldOfArgument(ctx context.Context, rdb *redis.Client, itemID string) {
	put(ctx, rdb, &ref{Key: "item:" + itemID, Value: "1"}) // want `^set item:{itemID} no$`
}

func lazily(ctx context.Context, rdb *redis.Client, keyFn func() string) {
	rdb.Get(ctx, keyFn()) // want `^get {(?:[^{}]|{[^{}]*})*} (caller|unknown)$`
}

type handle struct {
	rdb *redis.Client
	key string
}

func acquire(ctx context.Context, rdb *redis.Client, key string) *handle {
	rdb.SetNX(ctx, key, 1, time.Minute) // want `^(set|lock) {key} caller$`
	return &handle{rdb, key}
}

func (h *handle) release(ctx context.Context) {
	h.rdb.Del(ctx, h.key) // want `^delete ({h\.key}|{key}|lock:{itemID}) (caller|no)$`
}

// Handle opens a handle for a key, which keeps the key in a field: the call
// that takes the key is listed. The call that ends it takes none.
func Handle(ctx context.Context, rdb *redis.Client, itemID string) {
	h := acquire(ctx, rdb, "lock:"+itemID) // want `^(set|lock) lock:{itemID} no$`
	h.release(ctx)
}

type decorated struct{ inner *app.Cache }

// Get is a decorator's method of the same name.
func (d decorated) Get(ctx context.Context, key string) (string, error) {
	start := time.Now()
	defer func() { _ = time.Since(start) }()
	return d.inner.Get(ctx, key) // want `^get {key} caller$`
}

// Decorator calls a decorator around a wrapper.
func Decorator(ctx context.Context, d decorated, orgID, itemID string) {
	d.Get(ctx, orgID+":"+itemID) // want `^get {orgID}:{itemID} yes$`
}

type service struct{ *app.Cache }

// Promoted calls a wrapper method through embedding.
func Promoted(ctx context.Context, s service, itemID string) {
	s.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

func retry(ctx context.Context, rdb *redis.Client, key string, left int) error {
	if err := rdb.Get(ctx, key).Err(); err != nil && left > 0 { // want `^get {key} caller$`
		return retry(ctx, rdb, key, left-1) // want `^get {key} caller$`
	}
	return nil
}

// Recursive calls a wrapper that calls itself with the same key.
func Recursive(ctx context.Context, rdb *redis.Client, itemID string) {
	retry(ctx, rdb, "item:"+itemID, 3) // want `^get item:{itemID} no$`
}

func climb(ctx context.Context, rdb *redis.Client, key string, left int) {
	if left == 0 {
		rdb.Get(ctx, key) // want `^get {key} caller$`
		return
	}
	climb(ctx, rdb, "up:"+key, left-1) // want `^get up:{key} caller$`
}

// Climbing calls one that changes the key from round to round: what comes out
// is not bounded, what goes in is known.
func Climbing(ctx context.Context, rdb *redis.Client, tenantID string) {
	climb(ctx, rdb, "t:"+tenantID, 3) // want `^get t:{tenantID} (yes|unknown)$`
}

func memoryGet(c *cache.Cache, key string) any {
	v, _ := c.Get(key) // want `^get {key} caller$`
	return v
}

// InMemory wraps another client.
func InMemory(c *cache.Cache, orgID, itemID string) {
	memoryGet(c, orgID+":"+itemID)      // want `^get {orgID}:{itemID} yes$`
	c.Set("item:"+itemID, 1, time.Hour) // want `^set item:{itemID} no$`
}

func lockKey(ctx context.Context, rdb *redis.Client, key string, fn func()) {
	rdb.SetNX(ctx, "lock:"+key, 1, time.Minute) // want `^(set|lock) lock:{key} caller$`
	defer rdb.Del(ctx, "lock:"+key)             // want `^delete lock:{key} caller$`
	fn()
}

// Guarded passes a name for a lock: two store calls hang on one argument,
// which is listed once.
func Guarded(ctx context.Context, rdb *redis.Client, orgID string) {
	lockKey(ctx, rdb, "org:"+orgID, func() {}) // want `^(set|lock|delete) org:{orgID} yes$`
}

func normalised(ctx context.Context, rdb *redis.Client, key string) {
	key = "n:" + key
	rdb.Get(ctx, key) // want `^get n:{key} caller$`
}

// ReassignedParameter calls a wrapper that changes its parameter first.
func ReassignedParameter(ctx context.Context, rdb *redis.Client, itemID string) {
	normalised(ctx, rdb, "item:"+itemID) // want `^get item:{itemID} no$`
}

func tenantGet(ctx context.Context, rdb *redis.Client, orgID, key string) {
	rdb.Get(ctx, orgID+":"+key) // want `^get {orgID}:{key} yes$`
}

// TenantParameter calls one that takes tenant and key apart: the key that
// reaches the store has the tenant, so this call is fine; whether the tenant
// prints here as well is left open.
func TenantParameter(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	tenantGet(ctx, rdb, orgID, "item:"+itemID) // want `^get ({orgID}:|)item:{itemID} yes$`
}

// loadItem is no wrapper: it joins its own literal with an id, so it is told
// itself.
func loadItem(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

var useLoadItem = loadItem
