// Package convert passes a value through a conversion on its way into the
// key. A conversion that keeps what the value says (numbers to text, bytes to
// text, encodings, case, escapes) prints the inner expression: the hole is
// still the value, and a tenant in it still counts. Applied to constants, a
// conversion is computed.
package convert

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"net/url"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
)

// Itoa is the commonest one.
func Itoa(ctx context.Context, rdb *redis.Client, itemID int) {
	rdb.Get(ctx, "item:"+strconv.Itoa(itemID)) // want `^get item:{itemID} no$`
}

// FormatInt has a base, and a conversion inside of the conversion.
func FormatInt(ctx context.Context, rdb *redis.Client, orgID int32, itemID uint64) {
	rdb.Get(ctx, "item:"+strconv.FormatInt(int64(orgID), 10)+":"+strconv.FormatUint(itemID, 36)) // want `^get item:{orgID}:{itemID} yes$`
}

// FormatBool writes true or false: one hole, or both alternatives.
func FormatBool(ctx context.Context, rdb *redis.Client, draft bool) {
	rdb.Get(ctx, "items:draft="+strconv.FormatBool(draft)) // want `^get (items:draft={draft}|items:draft=false \| items:draft=true) no$`
}

// ConstantNumber is computed.
func ConstantNumber(ctx context.Context, rdb *redis.Client, itemID string) {
	const version = 3
	rdb.Get(ctx, "v"+strconv.Itoa(version)+":"+itemID) // want `^get v3:{itemID} no$`
}

// Quote puts quotes around it.
func Quote(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, "doc:"+strconv.Quote(docName)) // want `^get doc:({docName}|"{docName}") no$`
}

// BytesToString converts the operand.
func BytesToString(ctx context.Context, rdb *redis.Client, docID []byte) {
	rdb.Get(ctx, "doc:"+string(docID)) // want `^get doc:{docID} no$`
}

// ThereAndBack goes through bytes and back: nothing changes.
func ThereAndBack(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	b := []byte("doc:" + orgID + ":" + docID)
	rdb.Get(ctx, string(b)) // want `^get doc:{orgID}:{docID} yes$`
}

// Hex encodes text reversibly: not a digest.
func Hex(ctx context.Context, rdb *redis.Client, tenantID, docName string) {
	rdb.Get(ctx, "doc:"+tenantID+":"+hex.EncodeToString([]byte(docName))) // want `^get doc:{tenantID}:{(?:[^{}]|{[^{}]*})*} yes$`
}

// HexTenant has the tenant inside of the encoding: it is still carried.
func HexTenant(ctx context.Context, rdb *redis.Client, tenantID string) {
	rdb.Get(ctx, "t:"+hex.EncodeToString([]byte(tenantID))) // want `^get t:{(?:[^{}]|{[^{}]*})*} yes$`
}

// Base64 encodes a whole key with the tenant in it.
func Base64(ctx context.Context, rdb *redis.Client, orgID, docName string) {
	key := base64.RawURLEncoding.EncodeToString([]byte(orgID + "/" + docName))
	rdb.Get(ctx, "doc:"+key) // want `^get doc:{(?:[^{}]|{[^{}]*})*}(|/{(?:[^{}]|{[^{}]*})*}) yes$`
}

// Escaped makes the value safe for a path.
func Escaped(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, "doc:"+url.PathEscape(docName)+":"+url.QueryEscape(docName)) // want `^get doc:({docName}|{url\.PathEscape\(docName\)}):({docName}|{url\.QueryEscape\(docName\)}) no$`
}

// UUID calls String of a type of a library.
func UUID(ctx context.Context, rdb *redis.Client, tenantID, docID uuid.UUID) {
	rdb.Get(ctx, "doc:"+tenantID.String()+":"+docID.String()) // want `^get doc:{tenantID}:{docID} yes$`
}

// UUIDParsed goes from text to a UUID and back.
func UUIDParsed(ctx context.Context, rdb *redis.Client, docText string) error {
	id, err := uuid.Parse(docText)
	if err != nil {
		return err
	}
	return rdb.Get(ctx, "doc:"+id.String()).Err() // want `^get doc:({id}|{docText}|{uuid\.Parse\(docText\)}) no$`
}

// Date formats a time: the layout is no part of the key.
func Date(ctx context.Context, rdb *redis.Client, orgID string, day time.Time) {
	rdb.Get(ctx, "report:"+orgID+":"+day.Format("2006-01-02")) // want `^get report:{orgID}:({day}|{day\.Format\("2006-01-02"\)}) yes$`
}

// Unix takes a number out of a time.
func Unix(ctx context.Context, rdb *redis.Client, at time.Time) {
	rdb.Get(ctx, "tick:"+strconv.FormatInt(at.Unix(), 10)) // want `^get tick:({at}|{at\.Unix\(\)}) no$`
}

type docKey string

// NamedType builds the key as a named string type and converts at the call.
func NamedType(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	k := docKey("doc:") + docKey(orgID) + docKey(":"+docID)
	rdb.Get(ctx, string(k)) // want `^get doc:{orgID}:{docID} yes$`
}

// NamedParameter converts a parameter of a named type.
func NamedParameter(ctx context.Context, rdb *redis.Client, docID docKey) {
	rdb.Get(ctx, "doc:"+string(docID)) // want `^get doc:{docID} no$`
}

// Truncated takes a part of the value by constant bounds: what is left is
// still named for the value.
func Truncated(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, "doc:"+docID[:8]) // want `^get doc:({docID}|{docID\[:8\]}) no$`
}

// ConstantSlice slices a constant: computed.
func ConstantSlice(ctx context.Context, rdb *redis.Client, docID string) {
	const kinds = "itemdocs"
	kind := kinds
	rdb.Get(ctx, kind[:4]+":"+docID) // want `^get item:{docID} no$`
}

// ShardOf divides a number: the outcome is not the value any more, and prints
// as the expression that it is.
func ShardOf(ctx context.Context, rdb *redis.Client, itemID int) {
	rdb.Get(ctx, "shard:"+strconv.Itoa(itemID%16)) // want `^get shard:({itemID % 16}|{itemID%16}|{itemID}) no$`
}
