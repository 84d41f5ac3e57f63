// Package branch has keys that differ from branch to branch. All shapes come
// out as alternatives, sorted; the verdict is yes only when each of them has
// the tenant, and sometimes when only some have.
package branch

import (
	"context"
	"errors"

	"github.com/redis/go-redis/v9"
)

// IfElse has two shapes, both without a tenant.
func IfElse(ctx context.Context, rdb *redis.Client, draft bool, itemID string) {
	var key string
	if draft {
		key = "draft:" + itemID
	} else {
		key = "item:" + itemID
	}
	rdb.Get(ctx, key) // want `^get draft:{itemID} \| item:{itemID} no$`
}

// IfElseTenant has the tenant in both.
func IfElseTenant(ctx context.Context, rdb *redis.Client, draft bool, orgID, itemID string) {
	key := orgID + ":item:" + itemID
	if draft {
		key = orgID + ":draft:" + itemID
	}
	rdb.Get(ctx, key) // want `^get {orgID}:draft:{itemID} \| {orgID}:item:{itemID} yes$`
}

// OneBranch has the tenant in one only: the bug of a fast path.
func OneBranch(ctx context.Context, rdb *redis.Client, tenantID, itemID string, fast bool) {
	key := "item:" + itemID
	if !fast {
		key = tenantID + ":" + key
	}
	rdb.Get(ctx, key) // want `^get item:{itemID} \| {tenantID}:item:{itemID} sometimes$`
}

// LeftOut has the tenant wherever there is one: the key without it is the key
// of those who have none, and no tenant gets another's.
func LeftOut(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	key := "item:" + itemID
	if tenantID != "" {
		key = tenantID + ":" + key
	}
	rdb.Get(ctx, key) // want `^get item:{itemID} \| {tenantID}:item:{itemID} yes$`
}

// Suffix adds an optional end.
func Suffix(ctx context.Context, rdb *redis.Client, orgID, itemID, locale string) {
	key := "item:" + orgID + ":" + itemID
	if locale != "" {
		key += ":" + locale
	}
	rdb.Get(ctx, key) // want `^get item:{orgID}:{itemID} \| item:{orgID}:{itemID}:{locale} yes$`
}

// Default replaces an empty part.
func Default(ctx context.Context, rdb *redis.Client, itemID, locale string) {
	if locale == "" {
		locale = "en"
	}
	rdb.Get(ctx, "item:"+itemID+":"+locale) // want `^get item:{itemID}:en \| item:{itemID}:{locale} no$`
}

// DefaultTenant falls back to a literal where the tenant is empty: every tenant
// has its own key. That the literal is shared is the matter of unchecked.
func DefaultTenant(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	scope := tenantID
	if scope == "" {
		scope = "global"
	}
	rdb.Get(ctx, scope+":item:"+itemID) // want `^get global:item:{itemID} \| {tenantID}:item:{itemID} yes$`
}

// Switch chooses a prefix by a value, with a default.
func Switch(ctx context.Context, rdb *redis.Client, kind int, id string) {
	prefix := "other:"
	switch kind {
	case 1:
		prefix = "item:"
	case 2, 3:
		prefix = "page:"
	}
	rdb.Get(ctx, prefix+id) // want `^get item:{id} \| other:{id} \| page:{id} no$`
}

// SwitchTenant forgets the tenant in one case of three.
func SwitchTenant(ctx context.Context, rdb *redis.Client, kind, orgID, userID string) {
	var key string
	switch kind {
	case "org":
		key = "o:" + orgID
	case "user":
		key = "u:" + userID
	default:
		key = "ou:" + orgID + ":" + userID
	}
	rdb.Get(ctx, key) // want `^get o:{orgID} \| ou:{orgID}:{userID} \| u:{userID} sometimes$`
}

// Fallthrough goes on into the next case.
func Fallthrough(ctx context.Context, rdb *redis.Client, kind int, itemID string) {
	key := "item"
	switch kind {
	case 1:
		key += ":draft"
		fallthrough
	case 2:
		key += ":own"
	}
	rdb.Get(ctx, key+":"+itemID) // want `^get item:draft:own:{itemID} \| item:own:{itemID} \| item:{itemID} no$`
}

// TypeSwitch takes the id out of one type or another.
func TypeSwitch(ctx context.Context, rdb *redis.Client, v any) {
	var key string
	switch id := v.(type) {
	case string:
		key = "name:" + id
	case []byte:
		key = "raw:" + string(id)
	default:
		return
	}
	rdb.Get(ctx, key) // want `^get name:({id}|{v}|{v\.\(string\)}) \| raw:({id}|{v}|{v\.\(\[\]byte\)}) no$`
}

// OwnCall makes the call in each branch: each call has its own key.
func OwnCall(ctx context.Context, rdb *redis.Client, draft bool, orgID, itemID string) {
	if draft {
		rdb.Get(ctx, "draft:"+itemID) // want `^get draft:{itemID} no$`
	} else {
		rdb.Get(ctx, "item:"+orgID+":"+itemID) // want `^get item:{orgID}:{itemID} yes$`
	}
}

// EarlyReturn leaves before the key is changed: the later call sees one shape.
func EarlyReturn(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	key := "item:" + itemID
	if tenantID == "" {
		return
	}
	key = tenantID + ":" + key
	rdb.Get(ctx, key) // want `^get {tenantID}:item:{itemID} yes$`
}

func twoWays(draft bool, itemID string) string {
	if draft {
		return "draft:" + itemID
	}
	return "item:" + itemID
}

// BuilderReturns calls a key builder with two returns.
func BuilderReturns(ctx context.Context, rdb *redis.Client, draft bool, docID string) {
	rdb.Get(ctx, twoWays(draft, docID)) // want `^get draft:{docID} \| item:{docID} no$`
}

func named(orgID, itemID string) (key string) {
	key = orgID + ":"
	key += itemID
	return
}

// NamedResult calls a builder with a named result and a bare return.
func NamedResult(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, named(orgID, itemID)) // want `^get {orgID}:{itemID} yes$`
}

func deferred(itemID string) (key string) {
	defer func() { key = "v2:" + key }()
	return "item:" + itemID
}

// DeferredResult calls a builder that changes its result in a defer, after
// the return statement has set it. For a tool that does not order closures,
// what the defer puts in front may stand there any number of times.
func DeferredResult(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, deferred(itemID)) // want `^get (v2:item:{itemID}|.*{(?:[^{}]|{[^{}]*})*}item:{itemID}) (no|unknown)$`
}

func withError(orgID, itemID string) (string, error) {
	if itemID == "" {
		return "", errors.New("no item")
	}
	return orgID + ":item:" + itemID, nil
}

// KeyOrError calls a builder that may fail: the empty key of the failure
// never reaches the store, because the error is checked.
func KeyOrError(ctx context.Context, rdb *redis.Client, tenantID, itemID string) error {
	key, err := withError(tenantID, itemID)
	if err != nil {
		return err
	}
	return rdb.Get(ctx, key).Err() // want `^get {tenantID}:item:{itemID} yes$`
}

func lookedUp(orgID, itemID string) (string, bool) {
	if itemID == "" {
		return "", false
	}
	return orgID + ":item:" + itemID, true
}

// KeyOrNot does the same with a bool.
func KeyOrNot(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	if key, ok := lookedUp(orgID, itemID); ok {
		rdb.Get(ctx, key) // want `^get {orgID}:item:{itemID} yes$`
	}
}

// Goto jumps backwards.
func Goto(ctx context.Context, rdb *redis.Client, itemID string) {
	key := "item:" + itemID
again:
	if err := rdb.Get(ctx, key).Err(); err != nil { // want `^get item:{itemID} no$`
		goto again
	}
}

// MapChoice chooses by a map literal and a variable: any value of it.
func MapChoice(ctx context.Context, rdb *redis.Client, kind, id string) {
	prefix := map[string]string{"i": "item:", "p": "page:"}[kind]
	rdb.Get(ctx, prefix+id) // want `^get (item:{id} \| page:{id}|item:{id} \| page:{id} \| {id}) no$`
}

// Select takes the id from the channel that is ready.
func Select(ctx context.Context, rdb *redis.Client, items, pages <-chan string) {
	var key string
	select {
	case id := <-items:
		key = "item:" + id
	case id := <-pages:
		key = "page:" + id
	}
	rdb.Get(ctx, key) // want `^get item:({id}|{<-items}) \| page:({id}|{<-pages}) no$`
}

// Both has two optional parts: four shapes, and the tenant in those of every
// tenant.
func Both(ctx context.Context, rdb *redis.Client, orgID, locale, itemID string) {
	key := "item"
	if orgID != "" {
		key += ":o=" + orgID
	}
	if locale != "" {
		key += ":l=" + locale
	}
	rdb.Get(ctx, key+":"+itemID) // want `^get item:l={locale}:{itemID} \| item:o={orgID}:l={locale}:{itemID} \| item:o={orgID}:{itemID} \| item:{itemID} yes$`
}

const debug = false

// DeadBranch is never taken: the condition is a constant, which the compiler
// folds.
func DeadBranch(ctx context.Context, rdb *redis.Client, itemID string) {
	key := "item:" + itemID
	if debug {
		key = "debug:" + key
	}
	rdb.Get(ctx, key) // want `^get (item:{itemID}|debug:item:{itemID} \| item:{itemID}) no$`
}
