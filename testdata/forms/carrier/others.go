package carrier

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type tenantKey struct{}

func withTenant(ctx context.Context, tenantID string) context.Context {
	return context.WithValue(ctx, tenantKey{}, tenantID)
}

func tenantFrom(ctx context.Context) string {
	tenantID, _ := ctx.Value(tenantKey{}).(string)
	return tenantID
}

var useTenant = withTenant

// ContextValue reads the tenant from the context by a function of the package.
func ContextValue(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, "item:"+tenantFrom(ctx)+":"+itemID) // want `^get item:{(?:[^{}]|{[^{}]*})*}:{itemID} yes$`
}

type scopeKey struct{}

// ContextHere puts a value into a context and takes it out in one function:
// the private key of the context leads to it.
func ContextHere(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	ctx = context.WithValue(ctx, scopeKey{}, orgID)
	scope := ctx.Value(scopeKey{}).(string)
	rdb.Get(ctx, scope+":"+itemID) // want `^get ({orgID}|{scope}|{(?:[^{}]|{[^{}]*})*}):{itemID} yes$`
}

type userKey struct{}

// ContextUser reads something else than a tenant from the context.
func ContextUser(ctx context.Context, rdb *redis.Client, itemID string) {
	userID := ctx.Value(userKey{}).(string)
	rdb.Get(ctx, "item:"+userID+":"+itemID) // want `^get item:{(?:[^{}]|{[^{}]*})*}:{itemID} no$`
}

type command struct{ key, value string }

// Channel sends a struct with the key through a channel of the function.
func Channel(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	ch := make(chan command, 1)
	ch <- command{key: orgID + ":item:" + itemID, value: "1"}
	c := <-ch
	rdb.Set(ctx, c.key, c.value, 0) // want `^set {orgID}:item:{itemID} yes$`
}

type writer struct {
	rdb *redis.Client
	ch  chan command
}

func (w *writer) enqueue(itemID string) {
	w.ch <- command{key: "item:" + itemID}
}

// ChannelField reads structs from a channel in a field, into which only one
// method of the package sends.
func (w *writer) ChannelField(ctx context.Context) {
	for c := range w.ch {
		w.rdb.Set(ctx, c.key, c.value, 0) // want `^set item:{itemID} no$`
	}
}

// MapElement keeps keys in a local map.
func MapElement(ctx context.Context, rdb *redis.Client, tenantID, docID string) {
	keys := map[string]string{"doc": "doc:" + tenantID + ":" + docID}
	keys["index"] = "docs:index"
	rdb.Get(ctx, keys["doc"]) // want `^get doc:{tenantID}:{docID} yes$`
}

// SliceElement keeps them in a slice.
func SliceElement(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	keys := []string{"docs:index", orgID + ":" + docID}
	rdb.Get(ctx, keys[1]) // want `^get {orgID}:{docID} yes$`
	rdb.Get(ctx, keys[0]) // want `^get docs:index no$`
}

func fill(key *string, orgID, itemID string) { *key = orgID + ":" + itemID }

// OutParameter lets a function write the key through a pointer.
func OutParameter(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	var key string
	fill(&key, orgID, itemID)
	rdb.Get(ctx, key) // want `^get {orgID}:{itemID} yes$`
}

type option func(*config)

type config struct{ scope string }

func withScope(scope string) option { return func(c *config) { c.scope = scope } }

// FunctionalOptions sets a field by a closure that is passed and called.
func FunctionalOptions(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	c := &config{}
	for _, o := range []option{withScope(orgID)} {
		o(c)
	}
	rdb.Get(ctx, c.scope+":"+itemID) // want `^get (:{itemID} \| {(?:[^{}]|{[^{}]*})*}:{itemID}|{orgID}:{itemID}|:{itemID} \| {orgID}:{itemID}|{(?:[^{}]|{[^{}]*})*}:{itemID}) (yes|sometimes|unknown)$`
}

// MapOfKeys hands keys and values as a map: the map's keys are the store's.
func MapOfKeys(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	rdb.MSet(ctx, map[string]any{orgID + ":doc:" + docID: 1}) // want `^set {orgID}:doc:{docID} yes$`
}

// SliceOfPairs hands them as a slice of keys and values in turn.
func SliceOfPairs(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.MSet(ctx, []string{"doc:" + docID, "1"}) // want `^set doc:{docID} no$`
}
