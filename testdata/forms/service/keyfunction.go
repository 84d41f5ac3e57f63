package service

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

type encoded[K comparable] struct {
	rdb       *redis.Client
	encodeKey func(K) string
}

// newEncoded takes the function from whoever makes the cache, so the field is
// set to more than one function.
func newEncoded[K comparable](rdb *redis.Client, encodeKey func(K) string) *encoded[K] {
	return &encoded[K]{rdb: rdb, encodeKey: encodeKey}
}

func (e *encoded[K]) load(ctx context.Context, key K) string {
	text := e.encodeKey(key)
	return e.rdb.Get(ctx, text).Val() // want `^get {key} caller$`
}

// FunctionInField hands a key to a cache that was made with the function that
// writes its keys as text.
func FunctionInField(ctx context.Context, byNumber *encoded[int64], byText *encoded[string], orgID, itemID string, number int64) {
	byText.load(ctx, orgID+":"+itemID) // want `^get {orgID}:{itemID} yes$`
	byText.load(ctx, itemID)           // want `^get {itemID} no$`
	byNumber.load(ctx, number)         // want `^get {number} no$`
}

var (
	_ = newEncoded[int64](nil, func(n int64) string { return strconv.FormatInt(n, 10) })
	_ = newEncoded[string](nil, strings.ToLower)
)

type lookedUp struct {
	rdb      *redis.Client
	makeText func(string) string
}

func newLookedUp(rdb *redis.Client, makeText func(string) string) *lookedUp {
	return &lookedUp{rdb: rdb, makeText: makeText}
}

// OtherFunctionInField is given a function whose name does not say that it
// makes keys: what it returns is anything.
func (l *lookedUp) OtherFunctionInField(ctx context.Context, itemID string) {
	l.rdb.Get(ctx, l.makeText(itemID)) // want `^get {l\.makeText\(itemID\)} unknown$`
}

var _ = newLookedUp

type prefixed struct {
	rdb    *redis.Client
	prefix string
}

// ObjectsPrefix puts the object's prefix before an id: the prefix says where
// the keys are, not whose they are.
func (p *prefixed) ObjectsPrefix(ctx context.Context, invoiceID string) {
	p.rdb.Get(ctx, p.prefix+":"+invoiceID) // want `^get {p\.prefix}:{invoiceID} no$`
}

var errNoRef = errors.New("no reference")

func halves(ref string) (string, string, error) {
	ref = strings.Trim(ref, "/")
	if ref == "" {
		return "", "", errNoRef
	}
	i := strings.LastIndex(ref, "/")
	if i < 0 {
		return "", ref, nil
	}
	return ref[:i], ref[i+1:], nil
}

// NamedHalf calls a part of a reference the tenant's id: the name counts,
// although the reference is called otherwise.
func NamedHalf(ctx context.Context, rdb *redis.Client, ref string) error {
	orgID, _, err := halves(ref)
	if err != nil {
		return err
	}
	rdb.Get(ctx, "org:"+orgID) // want `^get org: \| org:{ref} yes$`
	return nil
}
