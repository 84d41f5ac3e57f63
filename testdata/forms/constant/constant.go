// Package constant makes keys of constants: typed ones, enumerated ones, those
// of other packages, expressions of them. All of it is literal text.
package constant

import (
	"context"
	"fmt"
	"strconv"

	"github.com/redis/go-redis/v9"

	"example.com/forms/constant/names"
)

// Whole is a constant and nothing else.
func Whole(ctx context.Context, rdb *redis.Client) {
	const key = "flags"
	rdb.Get(ctx, key) // want `^get flags no$`
}

// OtherPackage takes a prefix from another package.
func OtherPackage(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, names.ItemPrefix+docID) // want `^get item:{docID} no$`
}

// OtherPackageFormat takes a format.
func OtherPackageFormat(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	rdb.Get(ctx, fmt.Sprintf(names.ItemFormat, orgID, docID)) // want `^get item:{orgID}:{docID} yes$`
}

// Expression joins constants of two packages.
func Expression(ctx context.Context, rdb *redis.Client, docID string) {
	const version = "v2" + names.Sep
	rdb.Get(ctx, version+names.Page+names.Sep+docID) // want `^get v2:page:{docID} no$`
}

// Typed converts a typed constant.
func Typed(ctx context.Context, rdb *redis.Client, tenantID string) {
	rdb.Get(ctx, string(names.Live)+names.Sep+tenantID) // want `^get live:{tenantID} yes$`
}

// TypedMethod calls a method of a typed constant of another package.
func TypedMethod(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, names.Draft.Key(docID)) // want `^get draft:{docID} no$`
}

type kind int

const (
	kindItem kind = iota + 1
	kindPage
)

// Enumerated prints an enumerated constant as a number.
func Enumerated(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, strconv.Itoa(int(kindPage))+":"+docID) // want `^get 2:{docID} no$`
}

func (k kind) prefix() string {
	switch k {
	case kindItem:
		return "item:"
	case kindPage:
		return "page:"
	}
	return "other:"
}

// EnumeratedMethod calls a method that switches over the constant: the one
// case that it takes, or all of them.
func EnumeratedMethod(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, kindItem.prefix()+docID) // want `^get (item:{docID}|item:{docID} \| other:{docID} \| page:{docID}) no$`
}

// Parameterised passes constants to a key builder.
func Parameterised(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	rdb.Get(ctx, build(names.Item, orgID, docID)) // want `^get item/{orgID}/{docID} yes$`
}

func build(space, orgID, id string) string { return space + "/" + orgID + "/" + id }

// Number is a numeric constant expression.
func Number(ctx context.Context, rdb *redis.Client, docID string) {
	const shards = 1 << 4
	rdb.Get(ctx, fmt.Sprint("s", shards, ":")+docID) // want `^get s16:{docID} no$`
}

// Character indexes a constant text: a byte that is converted.
func Character(ctx context.Context, rdb *redis.Client, docID string) {
	kind := names.Item[0]
	rdb.Get(ctx, string(rune(kind))+":"+docID) // want `^get (i:{docID}|{(?:[^{}]|{[^{}]*})*}:{docID}) no$`
}

// Parameter names a constant like a tenant: what counts is the text, which is
// none.
func Parameter(ctx context.Context, rdb *redis.Client, docID string) {
	const orgID = "acme"
	rdb.Get(ctx, orgID+":"+docID) // want `^get acme:{docID} no$`
}
