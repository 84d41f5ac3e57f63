// Package closure has keys that cross into function literals: as captured
// variables, as parameters of the literal or as its result.
package closure

import (
	"context"

	"github.com/redis/go-redis/v9"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"
)

// Captured uses the key inside of a literal that is called later.
func Captured(ctx context.Context, rdb *redis.Client, orgID, itemID string) func() {
	key := orgID + ":item:" + itemID
	return func() {
		rdb.Get(ctx, key) // want `^get {orgID}:item:{itemID} yes$`
	}
}

// CapturedParts puts it together in the literal.
func CapturedParts(ctx context.Context, rdb *redis.Client, itemID string) func() {
	return func() {
		rdb.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
	}
}

// Goroutine starts the literal.
func Goroutine(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	key := "item:" + tenantID + ":" + itemID
	go func() {
		rdb.Del(ctx, key) // want `^delete item:{tenantID}:{itemID} yes$`
	}()
}

// GoroutineParameter hands the key to the literal as an argument.
func GoroutineParameter(ctx context.Context, rdb *redis.Client, itemID string) {
	go func(k string) {
		rdb.Del(ctx, k) // want `^delete (item:{itemID} no|{k} caller)$`
	}("item:" + itemID)
}

// Deferred runs it at the end.
func Deferred(ctx context.Context, rdb *redis.Client, itemID string) {
	key := "lock:" + itemID
	defer func() {
		rdb.Del(ctx, key) // want `^delete lock:{itemID} no$`
	}()
}

// ChangedLater captures a variable that is changed after the literal was made
// and before it runs: for a tool that does not order the two, both shapes.
func ChangedLater(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	key := "item:" + itemID
	get := func() {
		rdb.Get(ctx, key) // want `^get ({orgID}:item:{itemID} yes|item:{itemID} \| {orgID}:item:{itemID} sometimes)$`
	}
	key = orgID + ":" + key
	get()
}

// BuiltByLiteral calls a literal that returns the key.
func BuiltByLiteral(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	keyOf := func(id string) string { return orgID + ":item:" + id }
	rdb.Get(ctx, keyOf(itemID)) // want `^get {orgID}:item:{itemID} yes$`
}

// CalledInPlace calls the literal where it stands.
func CalledInPlace(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, func() string { return "item:" + itemID }()) // want `^get item:{itemID} no$`
}

func keyMaker(orgID string) func(string) string {
	return func(id string) string { return orgID + "/" + id }
}

// ReturnedLiteral gets the key function from another function.
func ReturnedLiteral(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	keyOf := keyMaker(tenantID)
	rdb.Get(ctx, keyOf(itemID)) // want `^get {tenantID}/{itemID} yes$`
}

// Transaction queues commands in the literal that TxPipelined runs.
func Transaction(ctx context.Context, rdb *redis.Client, orgID, itemID string) error {
	key := orgID + ":" + itemID
	_, err := rdb.TxPipelined(ctx, func(p redis.Pipeliner) error {
		p.Set(ctx, key, 1, 0)        // want `^set {orgID}:{itemID} yes$`
		p.Incr(ctx, "count:"+itemID) // want `^incr count:{itemID} no$`
		return nil
	})
	return err
}

// Watched names the keys after the literal, and uses one in it.
func Watched(ctx context.Context, rdb *redis.Client, tenantID, itemID string) error {
	key := tenantID + ":" + itemID
	return rdb.Watch(ctx, func(tx *redis.Tx) error { // want `^(other|get|lock) {tenantID}:{itemID} yes$`
		return tx.Get(ctx, key).Err() // want `^get {tenantID}:{itemID} yes$`
	}, key)
}

// Loader captures the key in the loader of a singleflight group.
func Loader(ctx context.Context, rdb *redis.Client, sf *singleflight.Group, orgID, itemID string) {
	key := orgID + ":item:" + itemID
	sf.Do(key, func() (any, error) { // want `^(get|lock|other) {orgID}:item:{itemID} yes$`
		return rdb.Get(ctx, key).Result() // want `^get {orgID}:item:{itemID} yes$`
	})
}

// Group starts literals with errgroup, each with its loop variable.
func Group(ctx context.Context, rdb *redis.Client, itemIDs []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, itemID := range itemIDs {
		g.Go(func() error {
			return rdb.Del(ctx, "item:"+itemID).Err() // want `^delete item:({itemID}|{itemIDs\[.*\]}) no$`
		})
	}
	return g.Wait()
}

func twice(f func()) { f(); f() }

// Passed hands the literal to a function of the package.
func Passed(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	key := "item:" + orgID + ":" + itemID
	twice(func() {
		rdb.Get(ctx, key) // want `^get item:{orgID}:{itemID} yes$`
	})
}

func withKey(itemID string, f func(key string)) { f("item:" + itemID) }

// CallbackParameter gets the key as the literal's parameter from the function
// that calls it.
func CallbackParameter(ctx context.Context, rdb *redis.Client, docID string) {
	withKey(docID, func(key string) {
		rdb.Get(ctx, key) // want `^get (item:{docID} no|{key} caller|{key} unknown)$`
	})
}

// TwoLevels captures through two literals.
func TwoLevels(ctx context.Context, rdb *redis.Client, orgID, itemID string) func() func() {
	key := orgID + ":" + itemID
	return func() func() {
		return func() {
			rdb.Get(ctx, key) // want `^get {orgID}:{itemID} yes$`
		}
	}
}

// FunctionVariable has a function value with one target.
func FunctionVariable(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	build := itemKey
	rdb.Get(ctx, build(orgID, itemID)) // want `^get {orgID}:item:{itemID} yes$`
}

func itemKey(orgID, itemID string) string { return orgID + ":item:" + itemID }

var buildKey = itemKey

// PackageFunctionVariable has it in a package variable that nothing changes.
func PackageFunctionVariable(ctx context.Context, rdb *redis.Client, tenantID, docID string) {
	rdb.Get(ctx, buildKey(tenantID, docID)) // want `^get {tenantID}:item:{docID} yes$`
}

// WrittenInside assigns the captured variable in a literal that runs at once.
func WrittenInside(ctx context.Context, rdb *redis.Client, itemID string) {
	var key string
	twice(func() { key = "item:" + itemID })
	rdb.Get(ctx, key) // want `^get (item:{itemID}| \| item:{itemID}) no$`
}

type devices interface {
	Delete(key any)
	Range(f func(key, value any) bool)
}

type redisDevices struct{ rdb *redis.Client }

// Delete takes the place of sync.Map's.
func (d *redisDevices) Delete(key any) {
	k, ok := key.(string)
	if ok {
		d.rdb.Del(context.Background(), "device:"+k) // want `^delete device:{key} caller$`
	}
}

// Range has nothing to go through.
func (d *redisDevices) Range(func(key, value any) bool) {}

var _ devices = (*redisDevices)(nil)

// HandedOut deletes what the store itself hands out: which key that is, was
// decided where it was stored.
func HandedOut(d devices) {
	d.Range(func(key, value any) bool {
		if value == nil {
			d.Delete(key) // want `^delete {key} unknown$`
		}
		return true
	})
}

// HandedPart puts a key together of what a callback is handed: that is told.
func HandedPart(ctx context.Context, rdb *redis.Client, each func(func(itemID string))) {
	each(func(itemID string) {
		rdb.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
	})
}
