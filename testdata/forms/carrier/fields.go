// Package carrier has keys that do not reach the store directly: they lie in
// a field, a package variable, a context, a request struct or a channel in
// between, and are resolved through it.
package carrier

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/forms/carrier/settings"
)

type items struct {
	rdb    *redis.Client
	prefix string
}

func newItems(rdb *redis.Client) *items { return &items{rdb: rdb, prefix: "item:"} }

// FieldOfConstructor has its prefix in a field that only the constructor
// sets, to a constant.
func (s *items) FieldOfConstructor(ctx context.Context, itemID string) {
	s.rdb.Get(ctx, s.prefix+itemID) // want `^get item:{itemID} no$`
}

// use keeps the constructor reachable.
var use = newItems

type orgItems struct {
	rdb   *redis.Client
	orgID string
}

// FieldTenant has the tenant in a field that a caller has set: the hole is
// the field, and its name says what it is.
func (s *orgItems) FieldTenant(ctx context.Context, itemID string) {
	s.rdb.Get(ctx, "item:"+s.orgID+":"+itemID) // want `^get item:{s\.orgID}:{itemID} yes$`
}

type session struct {
	rdb *redis.Client
	key string
}

func (s *session) open(userID string) { s.key = "session:" + userID }

// SetInOtherMethod uses a key that another method has put into the field; it
// is the only one, so the key is that or the empty text of the zero value.
func (s *session) SetInOtherMethod(ctx context.Context) {
	s.rdb.Get(ctx, s.key) // want `^get (session:{userID}| \| session:{userID}|{s\.key}) (no|caller)$`
}

type request struct {
	orgID, itemID string
}

// RequestStruct takes ids from a struct parameter.
func RequestStruct(ctx context.Context, rdb *redis.Client, req *request) {
	rdb.Get(ctx, req.orgID+":"+req.itemID) // want `^get {req\.orgID}:{req\.itemID} yes$`
}

// RequestCopied reads a field into a variable first: either name may print.
func RequestCopied(ctx context.Context, rdb *redis.Client, req *request) {
	id := req.itemID
	rdb.Get(ctx, "item:"+id) // want `^get item:({req\.itemID}|{id}) no$`
}

type options struct {
	Key string
	TTL time.Duration
}

func store(ctx context.Context, rdb *redis.Client, o options) {
	rdb.Set(ctx, o.Key, 1, o.TTL) // want `^set {o\.Key} caller$`
}

// OptionsStruct hands the key to a wrapper in a field.
func OptionsStruct(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	store(ctx, rdb, options{Key: orgID + ":item:" + itemID, TTL: time.Hour}) // want `^set {orgID}:item:{itemID} yes$`
}

// OptionsVariable fills the struct before.
func OptionsVariable(ctx context.Context, rdb *redis.Client, itemID string) {
	var o options
	o.Key = "item:" + itemID
	store(ctx, rdb, o) // want `^set item:{itemID} no$`
}

// OtherPackage gets a struct with the key from a function of another package.
func OtherPackage(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	l := settings.ForItem(tenantID, itemID)
	rdb.Get(ctx, l.Key) // want `^get item:{tenantID}:{itemID} yes$`
}

// OtherPackageLiteral fills a struct type of another package here.
func OtherPackageLiteral(ctx context.Context, rdb *redis.Client, itemID string) {
	l := settings.Lookup{Key: settings.ItemPrefix + itemID}
	rdb.Get(ctx, l.Key) // want `^get item:{itemID} no$`
}

type base struct{ scope string }

type derived struct {
	base
	rdb *redis.Client
}

func newDerived(rdb *redis.Client) *derived {
	return &derived{base: base{scope: "docs:"}, rdb: rdb}
}

// EmbeddedField uses a field of an embedded struct that only the constructor
// sets.
func (d *derived) EmbeddedField(ctx context.Context, docID string) {
	d.rdb.Get(ctx, d.scope+docID) // want `^get docs:{docID} no$`
}

var useDerived = newDerived

// LocalStruct is filled and read in one function.
func LocalStruct(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	var r request
	r.orgID, r.itemID = orgID, docID
	rdb.Get(ctx, r.orgID+":"+r.itemID) // want `^get {orgID}:{docID} yes$`
}

// PointerStruct does it through a pointer.
func PointerStruct(ctx context.Context, rdb *redis.Client, userID, docID string) {
	r := &request{}
	r.itemID = docID
	rdb.Get(ctx, userID+":"+r.itemID) // want `^get {userID}:{docID} no$`
}

type keySet struct{ main, index string }

func keysOf(orgID, docID string) keySet {
	return keySet{main: orgID + ":doc:" + docID, index: "docs:index"}
}

// StructOfKeys gets several keys in one struct: each field is its own.
func StructOfKeys(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	ks := keysOf(orgID, docID)
	rdb.Get(ctx, ks.main)  // want `^get {orgID}:doc:{docID} yes$`
	rdb.Get(ctx, ks.index) // want `^get docs:index no$`
}

func twoKeys(orgID, docID string) (string, string) {
	return orgID + ":doc:" + docID, "doc:" + docID
}

// TwoResults gets them as two results.
func TwoResults(ctx context.Context, rdb *redis.Client, tenantID, docID string) {
	full, bare := twoKeys(tenantID, docID)
	rdb.Get(ctx, full) // want `^get {tenantID}:doc:{docID} yes$`
	rdb.Get(ctx, bare) // want `^get doc:{docID} no$`
}
