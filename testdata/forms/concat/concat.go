// Package concat joins a key with + and +=. Every operand is a constant or a
// plain variable of this function, so the template is known to the letter:
// constants fold into literal text, variables stay as holes.
package concat

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

// Plus is the incident's form: literal + id, and no tenant.
func Plus(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// PlusTenant has the tenant as a segment of its own.
func PlusTenant(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	rdb.Get(ctx, "item:"+tenantID+":"+itemID) // want `^get item:{tenantID}:{itemID} yes$`
}

// Assigned keeps the key in a variable first.
func Assigned(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	key := "item:" + orgID + ":" + itemID
	rdb.Set(ctx, key, 1, time.Minute) // want `^set item:{orgID}:{itemID} yes$`
}

// PlusAssign grows the key by statements.
func PlusAssign(ctx context.Context, rdb *redis.Client, userID, itemID string) {
	key := "user:" + userID
	key += ":item:"
	key += itemID
	rdb.Get(ctx, key) // want `^get user:{userID}:item:{itemID} no$`
}

// Prepended puts the tenant before what is there already.
func Prepended(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	key := "item:" + itemID
	key = orgID + "/" + key
	rdb.Get(ctx, key) // want `^get {orgID}/item:{itemID} yes$`
}

// Parens groups operands: + is associative, the grouping leaves no trace.
func Parens(ctx context.Context, rdb *redis.Client, userID, itemID string) {
	rdb.Get(ctx, ("user:"+userID)+(":item:"+itemID)) // want `^get user:{userID}:item:{itemID} no$`
}

// Folded is constants only: the compiler folds them to one literal.
func Folded(ctx context.Context, rdb *redis.Client) {
	rdb.Get(ctx, "flags"+":"+"all") // want `^get flags:all no$`
}

// RuneSeparator converts a constant rune to text.
func RuneSeparator(ctx context.Context, rdb *redis.Client, itemID string) {
	const sep = ':'
	rdb.Get(ctx, "item"+string(sep)+itemID) // want `^get item:{itemID} no$`
}

// HashTag has literal braces (Redis Cluster), which a template doubles.
func HashTag(ctx context.Context, rdb *redis.Client, orgID string) {
	rdb.Get(ctx, "{"+orgID+"}:cart") // want `^get {{{orgID}}}:cart yes$`
}

// Adjacent has two holes and nothing between them.
func Adjacent(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	rdb.Get(ctx, "item:"+tenantID+itemID) // want `^get item:{tenantID}{itemID} yes$`
}

// Reassigned overwrites the parameter itself with the key: the hole is what
// the parameter was before.
func Reassigned(ctx context.Context, rdb *redis.Client, itemID string) {
	itemID = "item:" + itemID
	rdb.Get(ctx, itemID) // want `^get item:{itemID} no$`
}

// TwoLives uses one variable for two keys in turn: each call sees the value
// of its own moment.
func TwoLives(ctx context.Context, rdb *redis.Client, userID, itemID string) {
	key := "item:" + itemID
	rdb.Get(ctx, key) // want `^get item:{itemID} no$`
	key = "user:" + userID
	rdb.Get(ctx, key) // want `^get user:{userID} no$`
}

// Shadowed declares a second variable of the same name in a block: the outer
// one is untouched.
func Shadowed(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	key := "item:" + itemID
	{
		key := orgID + ":" + key
		rdb.Get(ctx, key) // want `^get {orgID}:item:{itemID} yes$`
	}
	rdb.Get(ctx, key) // want `^get item:{itemID} no$`
}

// Escapes writes the separator as an escape, and text beyond ASCII.
func Escapes(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, "gr\u00f6\u00dfe\x3a"+itemID) // want `^get größe:{itemID} no$`
}

// RawString is a literal in backquotes.
func RawString(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, `item\n:`+itemID) // want `^get item\\n:{itemID} no$`
}

// Twice puts the same value into the key two times.
func Twice(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, itemID+":"+itemID) // want `^get {itemID}:{itemID} no$`
}

// Swap assigns two variables at once: the right sides are evaluated first.
func Swap(ctx context.Context, rdb *redis.Client, userID, itemID string) {
	a, b := "user:"+userID, "item:"+itemID
	a, b = b, a
	rdb.Get(ctx, a) // want `^get item:{itemID} no$`
	rdb.Get(ctx, b) // want `^get user:{userID} no$`
}

// ByPointer writes the key through a pointer to the variable.
func ByPointer(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	key := "item:"
	p := &key
	*p += orgID
	*p += ":" + itemID
	rdb.Get(ctx, key) // want `^get item:{orgID}:{itemID} yes$`
}
