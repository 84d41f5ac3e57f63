// Package silent has calls that look like a store's and are none: nothing in
// it is listed. A method named Get or Set is not enough, nor is a key-like
// argument; a function is a wrapper only when its parameter reaches a store.
package silent

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"sync"

	"github.com/redis/go-redis/v9"
)

type table map[string]string

// Get reads a map.
func (t table) Get(key string) string { return t[key] }

// Set writes a map.
func (t table) Set(key, value string) { t[key] = value }

// OwnType calls a type of the package that has no store behind it.
func OwnType(t table, itemID string) {
	t.Set("item:"+itemID, "1")
	t.Get("item:" + itemID)
}

// Header reads and writes headers.
func Header(h http.Header, itemID string) {
	h.Set("X-Item", itemID)
	h.Get("X-Item")
}

// Query reads and writes query values.
func Query(v url.Values, itemID string) {
	v.Set("item:"+itemID, "1")
	v.Get("item:" + itemID)
}

// Environment reads the process's variables.
func Environment() string { return os.Getenv("ITEM_KEY") }

type contextKey string

// Context reads a value of a context.
func Context(ctx context.Context) any { return ctx.Value(contextKey("item")) }

// Map is a sync.Map in a variable of a function: no cache that is shared.
func Map(itemID string) {
	var m sync.Map
	m.Store("item:"+itemID, 1)
	m.Load("item:" + itemID)
}

type cache interface {
	Get(ctx context.Context, key string) (string, error)
}

// NoImplementation calls an interface that nothing visible implements with a
// store: the inventory can name it as a likely store, and lists no call.
func NoImplementation(ctx context.Context, c cache, itemID string) {
	c.Get(ctx, "item:"+itemID)
}

// WithoutKeys calls methods of the client that take no key.
func WithoutKeys(ctx context.Context, rdb *redis.Client) {
	rdb.Ping(ctx)
	rdb.Time(ctx)
	rdb.ClientID(ctx)
	rdb.Close()
}

func describe(key string) string { return "key " + key }

// NoStoreBehind passes a key to a function that only formats it.
func NoStoreBehind(itemID string) string { return describe("item:" + itemID) }

type recorder struct{ keys []string }

func (r *recorder) Get(ctx context.Context, key string) *redis.StringCmd {
	r.keys = append(r.keys, key)
	return nil
}

// Fake calls a type with the client's method and no client.
func Fake(ctx context.Context, r *recorder, itemID string) {
	r.Get(ctx, "item:"+itemID)
}

func remember(ctx context.Context, rdb *redis.Client, value string) {
	_, _ = rdb, value
}

// NotAKey calls a function whose parameter reaches nothing.
func NotAKey(ctx context.Context, rdb *redis.Client, itemID string) {
	remember(ctx, rdb, "item:"+itemID)
}
