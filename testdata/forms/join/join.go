// Package join puts a key together from a list. Every element of the list is
// known in number and order here, so the template is elements and separators.
package join

import (
	"bytes"
	"context"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/redis/go-redis/v9"
)

// Literal joins a slice literal.
func Literal(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, strings.Join([]string{"item", orgID, itemID}, ":")) // want `^get item:{orgID}:{itemID} yes$`
}

// LiteralNoTenant is the negative of it.
func LiteralNoTenant(ctx context.Context, rdb *redis.Client, userID, itemID string) {
	rdb.Get(ctx, strings.Join([]string{"item", userID, itemID}, ":")) // want `^get item:{userID}:{itemID} no$`
}

// Single has one element, so the separator never shows.
func Single(ctx context.Context, rdb *redis.Client) {
	rdb.Get(ctx, strings.Join([]string{"items"}, ":")) // want `^get items no$`
}

// NamedSeparator has the separator in a constant, and no element is a literal.
func NamedSeparator(ctx context.Context, rdb *redis.Client, userID, itemID string) {
	const sep = "::"
	rdb.Get(ctx, strings.Join([]string{userID, itemID}, sep)) // want `^get {userID}::{itemID} no$`
}

// Appended grows the list first.
func Appended(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	parts := []string{"item"}
	parts = append(parts, tenantID)
	parts = append(parts, itemID, "v2")
	rdb.Get(ctx, strings.Join(parts, ":")) // want `^get item:{tenantID}:{itemID}:v2 yes$`
}

// MadeThenAppended starts from an empty slice with a capacity.
func MadeThenAppended(ctx context.Context, rdb *redis.Client, userID string) {
	parts := make([]string, 0, 4)
	parts = append(parts, "user", userID)
	rdb.Get(ctx, strings.Join(parts, "/")) // want `^get user/{userID} no$`
}

// AppendedSlice appends one list to another.
func AppendedSlice(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	scope := []string{"org", orgID}
	rest := []string{"item", itemID}
	rdb.Get(ctx, strings.Join(append(scope, rest...), ":")) // want `^get org:{orgID}:item:{itemID} yes$`
}

// Concatenated does it with slices.Concat.
func Concatenated(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	parts := slices.Concat([]string{orgID}, []string{"item", itemID})
	rdb.Get(ctx, strings.Join(parts, ":")) // want `^get {orgID}:item:{itemID} yes$`
}

// ByIndex fills a slice of known length place by place.
func ByIndex(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	parts := make([]string, 3)
	parts[0] = "item"
	parts[1] = tenantID
	parts[2] = itemID
	rdb.Get(ctx, strings.Join(parts, ":")) // want `^get item:{tenantID}:{itemID} yes$`
}

// Array slices an array.
func Array(ctx context.Context, rdb *redis.Client, userID string) {
	parts := [2]string{"user", userID}
	rdb.Get(ctx, strings.Join(parts[:], ":")) // want `^get user:{userID} no$`
}

// Subslice joins a part of the list by constant bounds: the tenant is cut off.
func Subslice(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	parts := []string{orgID, "item", itemID}
	rdb.Get(ctx, strings.Join(parts[1:], ":")) // want `^get item:{itemID} no$`
}

// OptionalPart appends only sometimes: two shapes, and only one has the tenant.
func OptionalPart(ctx context.Context, rdb *redis.Client, shared bool, orgID, itemID string) {
	parts := []string{"item"}
	if !shared {
		parts = append(parts, orgID)
	}
	parts = append(parts, itemID)
	rdb.Get(ctx, strings.Join(parts, ":")) // want `^get item:{itemID} \| item:{orgID}:{itemID} sometimes$`
}

// ParameterList joins a list that the caller gives: the whole list is the
// caller's.
func ParameterList(ctx context.Context, rdb *redis.Client, keyParts []string) {
	rdb.Get(ctx, strings.Join(keyParts, ":")) // want `^get {(?:[^{}]|{[^{}]*})*} (caller|no|unknown)$`
}

// BytesJoin joins byte slices.
func BytesJoin(ctx context.Context, rdb *redis.Client, orgID, docID []byte) {
	key := bytes.Join([][]byte{[]byte("doc"), orgID, docID}, []byte(":"))
	rdb.Get(ctx, string(key)) // want `^get doc:{orgID}:{docID} yes$`
}

// Path joins with slashes.
func Path(ctx context.Context, rdb *redis.Client, tenantID, docID string) {
	rdb.Get(ctx, path.Join("docs", tenantID, docID)) // want `^get docs/{tenantID}/{docID} yes$`
}

// PathWithSlash has slashes in the elements, which path.Join cleans.
func PathWithSlash(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, path.Join("/docs/", docID, "body")) // want `^get /docs/{docID}/body no$`
}

// Query is the text of url.Values, sorted by name.
func Query(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	v := url.Values{}
	v.Set("org", orgID)
	v.Set("doc", docID)
	rdb.Get(ctx, "q?"+v.Encode()) // want `^get q\?doc={docID}&org={orgID} yes$`
}

// QueryLiteral has the values in a literal.
func QueryLiteral(ctx context.Context, rdb *redis.Client, userID, docID string) {
	v := url.Values{"user": {userID}, "doc": {docID}}
	rdb.Get(ctx, "q?"+v.Encode()) // want `^get q\?doc={docID}&user={userID} no$`
}

func joined(parts ...string) string { return strings.Join(parts, ":") }

// Variadic calls a helper that joins what it is given.
func Variadic(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	rdb.Get(ctx, joined("item", tenantID, itemID)) // want `^get item:{tenantID}:{itemID} yes$`
	rdb.Get(ctx, joined("item", itemID))           // want `^get item:{itemID} no$`
}

// VariadicSpread hands a list to the same helper.
func VariadicSpread(ctx context.Context, rdb *redis.Client, itemID string) {
	parts := []string{"item", itemID}
	rdb.Get(ctx, joined(parts...)) // want `^get item:{itemID} no$`
}
