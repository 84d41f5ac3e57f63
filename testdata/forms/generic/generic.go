// Package generic has type parameters in key builders, wrappers and caches. A
// generic function is resolved by its one body, an instance by its origin.
package generic

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/redis/go-redis/v9"

	"example.com/forms/generic/domain"
)

func key[T ~string](kind string, id T) string { return kind + ":" + string(id) }

type docID string

// Builder calls a generic key builder.
func Builder(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, key("item", itemID)) // want `^get item:{itemID} no$`
}

// BuilderNamed instantiates it with a named type and a tenant.
func BuilderNamed(ctx context.Context, rdb *redis.Client, orgID string, doc docID) {
	rdb.Get(ctx, key("org:"+orgID, doc)) // want `^get org:{orgID}:{doc} yes$`
}

func anyKey[T any](kind string, id T) string { return fmt.Sprintf("%s:%v", kind, id) }

// BuilderAny formats a value of any type.
func BuilderAny(ctx context.Context, rdb *redis.Client, itemID int) {
	rdb.Get(ctx, anyKey[int]("item", itemID)) // want `^get item:{itemID} no$`
}

func stringerKey[T fmt.Stringer](kind string, id T) string { return kind + ":" + id.String() }

type number int64

func (n number) String() string { return strconv.FormatInt(int64(n), 10) }

// BuilderStringer calls a method of the type argument.
func BuilderStringer(ctx context.Context, rdb *redis.Client, itemNo number) {
	rdb.Get(ctx, stringerKey("item", itemNo)) // want `^get item:({itemNo}|{itemNo\.String\(\)}) no$`
}

func getAs[T any](ctx context.Context, rdb *redis.Client, key string) (T, error) {
	var v T
	data, err := rdb.Get(ctx, key).Bytes() // want `^get {key} caller$`
	if err == nil {
		err = json.Unmarshal(data, &v)
	}
	return v, err
}

// Wrapper instantiates a generic wrapper.
func Wrapper(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	getAs[int](ctx, rdb, tenantID+":item:"+itemID) // want `^get {tenantID}:item:{itemID} yes$`
}

// WrapperTwice has two instances of it.
func WrapperTwice(ctx context.Context, rdb *redis.Client, itemID string) {
	getAs[string](ctx, rdb, "name:"+itemID)   // want `^get name:{itemID} no$`
	getAs[[]string](ctx, rdb, "tags:"+itemID) // want `^get tags:{itemID} no$`
}

type store[T any] struct {
	rdb  *redis.Client
	kind string
}

func (s *store[T]) Get(ctx context.Context, key string) (v T, err error) {
	return getAs[T](ctx, s.rdb, key) // want `^get {key} caller$`
}

// Method calls a method of a generic type.
func Method(ctx context.Context, s *store[int], orgID, itemID string) {
	s.Get(ctx, orgID+":"+itemID) // want `^get {orgID}:{itemID} yes$`
}

type users struct{ store[string] }

// Promoted calls it through embedding.
func Promoted(ctx context.Context, u *users, userID string) {
	u.Get(ctx, "user:"+userID) // want `^get user:{userID} no$`
}

type cache[K comparable, V any] struct{ inner *lru.Cache[K, V] }

func (c cache[K, V]) Put(key K, v V) {
	c.inner.Add(key, v) // want `^set {key} caller$`
}

type pair struct{ OrgID, Doc string }

// KeyType instantiates a cache with a struct key.
func KeyType(c cache[pair, int], orgID, docID string) {
	c.Put(pair{orgID, docID}, 1) // want `^set {orgID},{docID} yes$`
}

// KeyString instantiates the same cache with text.
func KeyString(c cache[string, int], docID string) {
	c.Put("doc:"+docID, 1) // want `^set doc:{docID} no$`
}

// FunctionValue keeps an instance in a variable.
func FunctionValue(ctx context.Context, rdb *redis.Client, itemID string) {
	get := getAs[int]
	get(ctx, rdb, "item:"+itemID) // want `^get item:{itemID} no$`
}

type keyer interface{ CacheKey() string }

func fetch[T keyer](ctx context.Context, rdb *redis.Client, v T) {
	rdb.Get(ctx, v.CacheKey()) // want `^get ({(?:[^{}]|{[^{}]*})*} caller|{(?:[^{}]|{[^{}]*})*} unknown|{(?:[^{}]|{[^{}]*})*} no|page:{(?:[^{}]|{[^{}]*})*}:{(?:[^{}]|{[^{}]*})*} yes)$`
}

type page struct{ orgID, slug string }

// CacheKey has the tenant.
func (p page) CacheKey() string { return "page:" + p.orgID + ":" + p.slug }

var useFetch = fetch[page]

// BoundMethod calls a method that the constraint demands, on a known type.
func BoundMethod(ctx context.Context, rdb *redis.Client, orgID, slug string) {
	rdb.Get(ctx, keyText(page{orgID, slug})) // want `^get page:{orgID}:{slug} yes$`
}

func keyText[T keyer](v T) string { return v.CacheKey() }

type box[T any] struct{ v T }

// Box takes the key out of a generic struct.
func Box(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	b := box[string]{orgID + ":" + itemID}
	rdb.Get(ctx, b.v) // want `^get {orgID}:{itemID} yes$`
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func tryKey(itemID string) (string, error) { return "item:" + itemID, nil }

// Must passes the key through a generic helper.
func Must(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, must(tryKey(itemID))) // want `^get item:{itemID} no$`
}

func first[T comparable](a, b T) T {
	var zero T
	if a != zero {
		return a
	}
	return b
}

// Fallback chooses between two values by a generic helper, the second where the
// first is empty.
func Fallback(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, first(orgID, "global")+":"+itemID) // want `^get global:{itemID} \| {orgID}:{itemID} (yes|sometimes)$`
}

type alias[V any] = store[V]

// Alias is a generic alias of a generic type.
func Alias(ctx context.Context, s *alias[bool], itemID string) {
	s.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// Defined calls a type that another package defines over a generic
// interface.
func Defined(ctx context.Context, docs domain.DocCache, orgID, doc string) {
	docs.Get(ctx, domain.DocKey{OrgID: orgID, Doc: doc}) // want `^get {orgID},{doc} yes$`
}
