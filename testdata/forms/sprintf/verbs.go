// Package sprintf formats a key with the fmt package. A format splits into
// literal text and one hole a verb; an operand that is constant is formatted
// into the text, because its outcome is known.
package sprintf

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

// Strings is the commonest form: %s.
func Strings(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, fmt.Sprintf("item:%s", itemID)) // want `^get item:{itemID} no$`
}

// Tenant has the tenant first.
func Tenant(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	rdb.Get(ctx, fmt.Sprintf("t:%s:item:%s", tenantID, itemID)) // want `^get t:{tenantID}:item:{itemID} yes$`
}

// Decimal formats integers, once padded: width does not change what is in it.
func Decimal(ctx context.Context, rdb *redis.Client, itemID, pageNo int) {
	rdb.Get(ctx, fmt.Sprintf("item:%d:%05d", itemID, pageNo)) // want `^get item:{itemID}:{pageNo} no$`
}

// Value uses %v for a string and for an integer.
func Value(ctx context.Context, rdb *redis.Client, userID string, pageNo int) {
	rdb.Get(ctx, fmt.Sprintf("u:%v:%v", userID, pageNo)) // want `^get u:{userID}:{pageNo} no$`
}

// Quoted uses %q: the quotes may be seen as text or as part of the hole.
func Quoted(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, fmt.Sprintf("doc:%q", docName)) // want `^get doc:({docName}|"{docName}") no$`
}

// Hexadecimal uses %x of text: an encoding, the value is still in it.
func Hexadecimal(ctx context.Context, rdb *redis.Client, orgID, docName string) {
	rdb.Get(ctx, fmt.Sprintf("doc:%x:%X", orgID, docName)) // want `^get doc:{orgID}:{docName} yes$`
}

// Indexed picks operands by number, one of them twice.
func Indexed(ctx context.Context, rdb *redis.Client, userID, itemID string) {
	rdb.Get(ctx, fmt.Sprintf("%[2]s:%[1]s:%[2]s", userID, itemID)) // want `^get {itemID}:{userID}:{itemID} no$`
}

// IndexedThenNext goes on from the explicit index.
func IndexedThenNext(ctx context.Context, rdb *redis.Client, userID, itemID, docID string) {
	rdb.Get(ctx, fmt.Sprintf("%[2]s:%s:%[1]s", userID, itemID, docID)) // want `^get {itemID}:{docID}:{userID} no$`
}

// StarWidth takes the width from an operand, which is no part of the key.
func StarWidth(ctx context.Context, rdb *redis.Client, width, itemID int) {
	rdb.Get(ctx, fmt.Sprintf("item:%0*d", width, itemID)) // want `^get item:{itemID} no$`
}

// Precision cuts the value: the hole is still named for the value.
func Precision(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, fmt.Sprintf("doc:%.8s", docID)) // want `^get doc:{docID} no$`
}

// Percent has a literal percent sign.
func Percent(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, fmt.Sprintf("item:%s:100%%", itemID)) // want `^get item:{itemID}:100% no$`
}

// Booleans formats a flag.
func Booleans(ctx context.Context, rdb *redis.Client, itemID string, draft bool) {
	rdb.Get(ctx, fmt.Sprintf("item:%s:%t", itemID, draft)) // want `^get item:{itemID}:{draft} no$`
}

// ConstantOperands are known text after formatting.
func ConstantOperands(ctx context.Context, rdb *redis.Client, itemID string) {
	const version = 7
	rdb.Get(ctx, fmt.Sprintf("v%d:%s:%s", version, "item", itemID)) // want `^get v7:item:{itemID} no$`
}

// PaddedConstant is formatted with its width.
func PaddedConstant(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, fmt.Sprintf("v%03d:%s", 7, itemID)) // want `^get v007:{itemID} no$`
}

// HashTag has literal braces in the format.
func HashTag(ctx context.Context, rdb *redis.Client, tenantID, userID string) {
	rdb.Get(ctx, fmt.Sprintf("{%s}:cart:%s", tenantID, userID)) // want `^get {{{tenantID}}}:cart:{userID} yes$`
}

// NoOperands formats nothing.
func NoOperands(ctx context.Context, rdb *redis.Client) {
	rdb.Get(ctx, fmt.Sprintf("items:all")) // want `^get items:all no$`
}

// Bytes formats a []byte with %s, which prints its text.
func Bytes(ctx context.Context, rdb *redis.Client, docID []byte) {
	rdb.Get(ctx, fmt.Sprintf("doc:%s", docID)) // want `^get doc:{docID} no$`
}

// Character formats a rune: a constant becomes text.
func Character(ctx context.Context, rdb *redis.Client, itemID string, shard rune) {
	rdb.Get(ctx, fmt.Sprintf("item%c%s:%c", ':', itemID, shard)) // want `^get item:{itemID}:{shard} no$`
}

// Nested formats a key that was formatted before.
func Nested(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	base := fmt.Sprintf("org:%s", orgID)
	rdb.Get(ctx, fmt.Sprintf("%s:item:%s", base, itemID)) // want `^get org:{orgID}:item:{itemID} yes$`
}

// SelectedField formats a field of a parameter.
func SelectedField(ctx context.Context, rdb *redis.Client, req struct{ OrgID, ItemID string }) {
	rdb.Get(ctx, fmt.Sprintf("%s:%s", req.OrgID, req.ItemID)) // want `^get {req\.OrgID}:{req\.ItemID} yes$`
}
