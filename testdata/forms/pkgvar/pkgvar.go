// Package pkgvar has package-level variables in keys. One that nothing in the
// package assigns again, and that is not exported, is as good as a constant.
package pkgvar

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/redis/go-redis/v9"

	"example.com/forms/pkgvar/conf"
)

var itemPrefix = "item:"

// NeverReassigned begins with a variable that keeps its first value.
func NeverReassigned(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, itemPrefix+itemID) // want `^get item:{itemID} no$`
}

var (
	app       = "web"
	itemSpace = app + ":" + strings.ToLower("ITEM") + ":"
)

// Computed was computed from another variable when the program started.
func Computed(ctx context.Context, rdb *redis.Client, orgID string) {
	rdb.Get(ctx, itemSpace+orgID) // want `^get web:item:{orgID} yes$`
}

var region = "eu"

// SetRegion assigns the variable.
func SetRegion(r string) { region = r }

// Reassigned has a variable that another function assigns: a hole, or both of
// what is known.
func Reassigned(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, region+":item:"+itemID) // want `^get ({region}:item:{itemID}|eu:item:{itemID} \| {(?:[^{}]|{[^{}]*})*}:item:{itemID}) no$`
}

var environment = os.Getenv("APP_ENV")

// Environment was read from the process: a hole that is fixed for all of it.
func Environment(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, environment+":item:"+itemID) // want `^get ({environment}|{os\.Getenv\("APP_ENV"\)}):item:{itemID} no$`
}

var keyFormats = struct{ item, page string }{item: "item:%s", page: "page:%s"}

// StructVariable has its formats in a struct.
func StructVariable(ctx context.Context, rdb *redis.Client, pageID string) {
	rdb.Get(ctx, fmt.Sprintf(keyFormats.page, pageID)) // want `^get page:{pageID} no$`
}

var prefixes = [...]string{"item:", "page:"}

// ArrayVariable indexes an array with a constant.
func ArrayVariable(ctx context.Context, rdb *redis.Client, pageID string) {
	rdb.Get(ctx, prefixes[1]+pageID) // want `^get page:{pageID} no$`
}

// ArrayVariableUnknownIndex may be either of them.
func ArrayVariableUnknownIndex(ctx context.Context, rdb *redis.Client, kind int, docID string) {
	rdb.Get(ctx, prefixes[kind]+docID) // want `^get (item:{docID} \| page:{docID}|{(?:[^{}]|{[^{}]*})*}{docID}) no$`
}

// OtherPackageVariable is exported and not assigned by anything that is seen:
// its text or its name.
func OtherPackageVariable(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, conf.Prefix+itemID) // want `^get (app:|{conf\.Prefix}){itemID} no$`
}

// OtherPackageConstant can't change.
func OtherPackageConstant(ctx context.Context, rdb *redis.Client, orgID string) {
	rdb.Get(ctx, conf.Version+":"+orgID) // want `^get v2:{orgID} yes$`
}

var (
	once  sync.Once
	lazy  string
	stamp = sync.OnceValue(func() string { return "b7" })
)

// SetOnce is assigned once, lazily: that text, or the empty one before it.
func SetOnce(ctx context.Context, rdb *redis.Client, itemID string) {
	once.Do(func() { lazy = "lazy:" })
	rdb.Get(ctx, lazy+itemID) // want `^get (lazy:{itemID}|lazy:{itemID} \| {itemID}|{lazy}{itemID}) (no|caller)$`
}

// OnceValue is a function value of the library around a literal.
func OnceValue(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, "item:"+stamp()+":"+itemID) // want `^get (item:b7:{itemID} no|item:{stamp\(\)}:{itemID} (no|unknown))$`
}

var started string

func init() { started = "started:" }

// SetInInit is assigned by init only, which runs before anything else.
func SetInInit(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, started+itemID) // want `^get (started:{itemID}|started:{itemID} \| {itemID}|{started}{itemID}) (no|caller)$`
}

var healthKey = "health"

// Whole is a whole key in a variable.
func Whole(ctx context.Context, rdb *redis.Client) {
	rdb.Get(ctx, healthKey) // want `^get health no$`
}

var keyOf = func(orgID, itemID string) string { return orgID + "/" + itemID }

// FunctionVariable is a literal in a variable.
func FunctionVariable(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	rdb.Get(ctx, keyOf(tenantID, itemID)) // want `^get {tenantID}/{itemID} yes$`
}
