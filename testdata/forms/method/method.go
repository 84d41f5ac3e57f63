// Package method gets keys from methods: of structs, of named strings and
// numbers, of constants, of other packages' types. The receiver's fields stand
// in the key as the caller has them.
package method

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"

	"example.com/forms/method/ids"
)

type user struct {
	orgID string
	id    int
}

func (u user) key() string { return "user:" + u.orgID + ":" + strconv.Itoa(u.id) }

// Value calls a method of a value.
func Value(ctx context.Context, rdb *redis.Client, u user) {
	rdb.Get(ctx, u.key()) // want `^get user:{u\.orgID}:{u\.id} yes$`
}

type page struct{ slug string }

func (p *page) key() string { return fmt.Sprintf("page:%s", p.slug) }

// Pointer calls one of a pointer.
func Pointer(ctx context.Context, rdb *redis.Client, p *page) {
	rdb.Get(ctx, p.key()) // want `^get page:{p\.slug} no$`
}

// OnLiteral calls it on a literal: the fields are known.
func OnLiteral(ctx context.Context, rdb *redis.Client, orgID string) {
	rdb.Get(ctx, user{orgID, 7}.key()) // want `^get user:{orgID}:7 yes$`
}

// OnVariable calls it on a variable that was filled here.
func OnVariable(ctx context.Context, rdb *redis.Client, slug string) {
	p := &page{}
	p.slug = slug
	rdb.Get(ctx, p.key()) // want `^get page:{slug} no$`
}

type itemID string

func (i itemID) key() string { return "item:" + string(i) }

// NamedString calls a method of a named string.
func NamedString(ctx context.Context, rdb *redis.Client, id itemID) {
	rdb.Get(ctx, id.key()) // want `^get item:{id} no$`
}

const home itemID = "home"

// OnConstant calls it on a constant.
func OnConstant(ctx context.Context, rdb *redis.Client) {
	rdb.Get(ctx, home.key()) // want `^get item:home no$`
}

type prefix string

func (p prefix) with(parts ...string) string {
	return string(p) + ":" + strings.Join(parts, ":")
}

const items prefix = "items"

// ConstantPrefix calls a variadic method on a constant.
func ConstantPrefix(ctx context.Context, rdb *redis.Client, tenantID, docID string) {
	rdb.Get(ctx, items.with(tenantID, docID)) // want `^get items:{tenantID}:{docID} yes$`
	rdb.Get(ctx, items.with(docID))           // want `^get items:{docID} no$`
}

// OtherPackage calls a method of another package's type.
func OtherPackage(ctx context.Context, rdb *redis.Client, d ids.Doc) {
	rdb.Get(ctx, d.Key()) // want `^get doc:{d\.TenantID}:{d\.Num} yes$`
}

// OtherPackageLiteral has a literal of that type.
func OtherPackageLiteral(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	rdb.Get(ctx, ids.Doc{TenantID: orgID, Num: docID}.Key()) // want `^get doc:{orgID}:{docID} yes$`
}

// OtherPackageHash calls a method that hashes.
func OtherPackageHash(ctx context.Context, rdb *redis.Client, d ids.Doc) {
	rdb.Get(ctx, "doc:"+d.Hash()) // want `^get doc:{(?:[^{}]|{[^{}]*})*} yes$`
}

// OtherPackageString calls String directly and through fmt.
func OtherPackageString(ctx context.Context, rdb *redis.Client, p ids.Page) {
	rdb.Get(ctx, p.String())              // want `^get page:{p} no$`
	rdb.Get(ctx, fmt.Sprintf("v2:%s", p)) // want `^get v2:page:{p} no$`
}

// Getter calls a getter, as generated code has them: by its name it is the
// tenant, whether the field prints or the call.
func Getter(ctx context.Context, rdb *redis.Client, d *ids.Doc) {
	rdb.Get(ctx, d.GetTenantID()+":docs") // want `^get ({d\.TenantID}:docs yes|{d\.GetTenantID\(\)}:docs yes|:docs \| {d\.TenantID}:docs sometimes)$`
}

type member struct {
	user
	role string
}

// Promoted calls a method of an embedded struct.
func Promoted(ctx context.Context, rdb *redis.Client, m member) {
	rdb.Get(ctx, m.key()+":"+m.role) // want `^get user:{(?:[^{}]|{[^{}]*})*}:{(?:[^{}]|{[^{}]*})*}:{m\.role} yes$`
}

type builder struct{ parts []string }

func newBuilder(first string) *builder { return &builder{parts: []string{first}} }

func (b *builder) add(part string) *builder {
	b.parts = append(b.parts, part)
	return b
}

func (b *builder) key() string { return strings.Join(b.parts, ":") }

// Chain builds the key by a chain of calls that return their receiver.
func Chain(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	rdb.Get(ctx, newBuilder("doc").add(orgID).add(docID).key()) // want `^get (doc:{orgID}:{docID} yes|{(?:[^{}]|{[^{}]*})*} unknown)$`
}

type step struct{ text string }

func (s step) then(part string) step { return step{s.text + ":" + part} }

// ValueChain does it with values that are copied.
func ValueChain(ctx context.Context, rdb *redis.Client, tenantID, docID string) {
	rdb.Get(ctx, step{"doc"}.then(tenantID).then(docID).text) // want `^get doc:{tenantID}:{docID} yes$`
}

type repo struct {
	rdb   *redis.Client
	orgID string
}

func (r *repo) itemKey(id string) string { return r.orgID + ":item:" + id }

// OwnBuilder calls a key builder of the same receiver.
func (r *repo) OwnBuilder(ctx context.Context, docID string) {
	r.rdb.Get(ctx, r.itemKey(docID)) // want `^get {r\.orgID}:item:{docID} yes$`
}

// OwnBuilderValue takes that builder as a value first.
func (r *repo) OwnBuilderValue(ctx context.Context, docID string) {
	build := r.itemKey
	r.rdb.Get(ctx, build(docID)) // want `^get {r\.orgID}:item:{docID} yes$`
}

// OtherReceiver calls it on another value of the type.
func OtherReceiver(ctx context.Context, rdb *redis.Client, tenantID, docID string) {
	r := &repo{orgID: tenantID}
	rdb.Get(ctx, r.itemKey(docID)) // want `^get {tenantID}:item:{docID} yes$`
}

// Expression calls the method as a function of its receiver.
func Expression(ctx context.Context, rdb *redis.Client, u user) {
	rdb.Get(ctx, user.key(u)) // want `^get user:{u\.orgID}:{u\.id} yes$`
}

func (u user) itemsKey() string { return u.key() + ":items" }

// Layers goes through two methods.
func Layers(ctx context.Context, rdb *redis.Client, u user) {
	rdb.Get(ctx, u.itemsKey()) // want `^get user:{u\.orgID}:{u\.id}:items yes$`
}
