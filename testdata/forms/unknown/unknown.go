// Package unknown has keys, or parts of keys, that no reading of the code can
// tell. What is known must still come out: literal text around a part that is
// not known, a tenant beside it. A key of which nothing is known has the
// verdict unknown, never yes.
package unknown

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"os"
	"strconv"

	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
)

func lookup(name string) string {
	data, _ := os.ReadFile(name)
	return string(data)
}

// Helper calls a function whose result is not text that was put together.
func Helper(ctx context.Context, rdb *redis.Client, name string) {
	rdb.Get(ctx, "item:"+lookup(name)) // want `^get item:{(?:[^{}]|{[^{}]*})*} no$`
}

// HelperVariable keeps its result in a variable first.
func HelperVariable(ctx context.Context, rdb *redis.Client, orgID, name string) {
	found := lookup(name)
	rdb.Get(ctx, orgID+":"+found) // want `^get {orgID}:{(?:[^{}]|{[^{}]*})*} yes$`
}

// HelperWhole has nothing else in the key.
func HelperWhole(ctx context.Context, rdb *redis.Client, name string) {
	rdb.Get(ctx, lookup(name)) // want `^get {(?:[^{}]|{[^{}]*})*} (unknown|no)$`
}

// Query takes a part from a request.
func Query(ctx context.Context, rdb *redis.Client, r *http.Request) {
	rdb.Get(ctx, "item:"+r.URL.Query().Get("id")) // want `^get item:{(?:[^{}]|{[^{}]*})*} no$`
}

// QueryTenant takes the tenant from a request, by a key that names it.
func QueryTenant(ctx context.Context, rdb *redis.Client, r *http.Request) {
	rdb.Get(ctx, r.Header.Get("X-Tenant-ID")+":items") // want `^get {(?:[^{}]|{[^{}]*})*}:items yes$`
}

// PathValue takes a part of the path.
func PathValue(ctx context.Context, rdb *redis.Client, r *http.Request) {
	rdb.Get(ctx, "item:"+r.PathValue("id")) // want `^get item:{(?:[^{}]|{[^{}]*})*} no$`
}

type message struct {
	OrgID string
	ID    string
}

// Decoded takes fields of a struct that was read from JSON: what they hold is
// not known, what they are called is.
func Decoded(ctx context.Context, rdb *redis.Client, data []byte) error {
	var m message
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	return rdb.Get(ctx, m.OrgID+":"+m.ID).Err() // want `^get {m\.OrgID}:{m\.ID} yes$`
}

// DecodedNoTenant is the negative.
func DecodedNoTenant(ctx context.Context, rdb *redis.Client, data []byte) error {
	var m message
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	return rdb.Get(ctx, "item:"+m.ID).Err() // want `^get item:{m\.ID} no$`
}

// Random has a number that nobody knows.
func Random(ctx context.Context, rdb *redis.Client) {
	rdb.Set(ctx, "once:"+strconv.Itoa(rand.IntN(1000)), 1, 0) // want `^set once:{(?:[^{}]|{[^{}]*})*} no$`
}

// Fresh has an identifier made here.
func Fresh(ctx context.Context, rdb *redis.Client, tenantID string) {
	rdb.Set(ctx, "job:"+tenantID+":"+uuid.NewString(), 1, 0) // want `^set job:{tenantID}:{(?:[^{}]|{[^{}]*})*} yes$`
}

// FunctionParameter calls a function that the caller gives: what that makes of
// it, the callers say.
func FunctionParameter(ctx context.Context, rdb *redis.Client, itemID string, clean func(string) string) {
	rdb.Get(ctx, "item:"+clean(itemID)) // want `^get item:{(?:[^{}]|{[^{}]*})*} caller$`
}

// FunctionParameterTenant keeps the tenant outside of it.
func FunctionParameterTenant(ctx context.Context, rdb *redis.Client, orgID, itemID string, clean func(string) string) {
	rdb.Get(ctx, orgID+":"+clean(itemID)) // want `^get {orgID}:{(?:[^{}]|{[^{}]*})*} yes$`
}

// TooManyShapes has six independent choices, which are more shapes than a set
// of templates holds: not a part of them, but unknown.
func TooManyShapes(ctx context.Context, rdb *redis.Client, orgID string, a, b, c, d, e, f bool) {
	key := orgID
	if a {
		key += ":a"
	}
	if b {
		key += ":b"
	}
	if c {
		key += ":c"
	}
	if d {
		key += ":d"
	}
	if e {
		key += ":e"
	}
	if f {
		key += ":f"
	}
	rdb.Get(ctx, key) // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}

func down(n int, s string) string {
	if n == 0 {
		return s
	}
	return down(n-1, s+":"+strconv.Itoa(n))
}

// Recursion builds the key by a function that calls itself.
func Recursion(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, "item:"+down(3, itemID)) // want `^get .* (no|unknown)$`
}

// Arithmetic compares, divides and indexes: a hole, with the text around it.
func Arithmetic(ctx context.Context, rdb *redis.Client, itemIDs []string, at int) {
	rdb.Get(ctx, "item:"+itemIDs[at*2]) // want `^get item:{(?:[^{}]|{[^{}]*})*} no$`
}

// ErrorText has the text of an error in the key.
func ErrorText(ctx context.Context, rdb *redis.Client, err error) {
	rdb.Incr(ctx, "errors:"+err.Error()) // want `^incr errors:({err}|{err\.Error\(\)}) no$`
}
