// Package structkey keys in-memory caches with structs, arrays and numbers.
// A struct key prints as its fields joined by commas, in the order of the
// type; an array as its elements.
package structkey

import (
	"fmt"
	"time"

	"github.com/google/uuid"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/expirable"
	"github.com/jellydator/ttlcache/v3"
	"github.com/maypok86/otter/v2"
)

type scoped struct{ OrgID, Doc string }

// Keyed names the fields.
func Keyed(c *lru.Cache[scoped, int], orgID, docID string) {
	c.Add(scoped{OrgID: orgID, Doc: docID}, 1) // want `^set {orgID},{docID} yes$`
}

// KeyedOtherOrder names them in another order than the type: the type counts.
func KeyedOtherOrder(c *lru.Cache[scoped, int], tenantID, docID string) {
	c.Get(scoped{Doc: docID, OrgID: tenantID}) // want `^get {tenantID},{docID} yes$`
}

// Unkeyed lists values.
func Unkeyed(c *lru.Cache[scoped, int], orgID, docID string) {
	c.Remove(scoped{orgID, docID}) // want `^delete {orgID},{docID} yes$`
}

// ByField fills a variable field by field.
func ByField(c *lru.Cache[scoped, int], orgID, docID string) {
	var k scoped
	k.OrgID = orgID
	k.Doc = "doc:" + docID
	c.Get(k) // want `^get {orgID},doc:{docID} yes$`
}

type twoDocs struct {
	user string
	page int
}

// NoTenant has no field for a tenant.
func NoTenant(c *lru.Cache[twoDocs, string], userID string, pageNo int) {
	c.Get(twoDocs{userID, pageNo}) // want `^get {userID},{pageNo} no$`
}

// FieldForgotten leaves the tenant's field empty: its zero value is in the
// key, which is no tenant.
func FieldForgotten(c *lru.Cache[scoped, int], docID string) {
	c.Get(scoped{Doc: docID}) // want `^get ,{docID} no$`
}

// ConstantField has a literal in a field.
func ConstantField(c *lru.Cache[scoped, int], orgID string) {
	c.Get(scoped{orgID, "all"}) // want `^get {orgID},all yes$`
}

// ParameterStruct is given as a whole: its fields are what it has, or it is
// one hole; either way its type carries the tenant.
func ParameterStruct(c *lru.Cache[scoped, int], id scoped) {
	c.Get(id) // want `^get ({id\.OrgID},{id\.Doc}|{id}) (yes|caller)$`
}

type nested struct {
	scope scoped
	rev   int
}

// Nested has a struct in a struct.
func Nested(c *lru.Cache[nested, int], tenantID, docID string, rev int) {
	c.Get(nested{scoped{tenantID, docID}, rev}) // want `^get {tenantID},{docID},{rev} yes$`
}

type embedding struct {
	scoped
	rev int
}

// Embedded has an embedded struct, filled through promotion.
func Embedded(c *lru.Cache[embedding, int], orgID, docID string) {
	var k embedding
	k.OrgID = orgID
	k.Doc = docID
	k.rev = 2
	c.Get(k) // want `^get {orgID},{docID},2 yes$`
}

// Array is a comparable list.
func Array(c *lru.Cache[[2]string, int], orgID, docID string) {
	c.Get([2]string{orgID, docID}) // want `^get {orgID},{docID} yes$`
}

// ArrayNoTenant is the negative.
func ArrayNoTenant(c *lru.Cache[[2]string, int], userID, docID string) {
	c.Get([2]string{userID, docID}) // want `^get {userID},{docID} no$`
}

// Number is an integer key.
func Number(c *lru.Cache[int64, string], rows []struct{ ID int64 }) {
	for _, row := range rows {
		c.Get(row.ID) // want `^get ({row\.ID}|{rows\[.*\]\.ID}) no$`
	}
}

// ID is a key of an array type of a library.
func ID(c *lru.Cache[uuid.UUID, string]) {
	docID := uuid.New()
	c.Get(docID) // want `^get ({docID}|{uuid\.New\(\)}) (no|unknown)$`
}

func keyOf(orgID, docID string) scoped { return scoped{OrgID: orgID, Doc: docID} }

// FromFunction gets the struct from a key builder.
func FromFunction(c *lru.Cache[scoped, int], tenantID, docID string) {
	c.Get(keyOf(tenantID, docID)) // want `^get {tenantID},{docID} yes$`
}

// Changed copies a key and changes one field of the copy.
func Changed(c *lru.Cache[scoped, int], orgID, docID string) {
	a := scoped{orgID, docID}
	b := a
	b.Doc = "index"
	c.Get(a) // want `^get {orgID},{docID} yes$`
	c.Get(b) // want `^get {orgID},index yes$`
}

// Branch has two struct keys, of which one lacks the tenant.
func Branch(c *lru.Cache[scoped, int], shared bool, orgID, docID string) {
	k := scoped{orgID, docID}
	if shared {
		k = scoped{"shared", docID}
	}
	c.Get(k) // want `^get shared,{docID} \| {orgID},{docID} sometimes$`
}

type cacheKey scoped

// Converted turns one struct type into another.
func Converted(c *lru.Cache[cacheKey, int], orgID, docID string) {
	c.Get(cacheKey(scoped{orgID, docID})) // want `^get {orgID},{docID} yes$`
}

func (k scoped) text() string { return fmt.Sprintf("%s:%s", k.OrgID, k.Doc) }

// Text makes text of it by a method of the struct.
func Text(c *lru.Cache[string, int], orgID, docID string) {
	c.Get(scoped{orgID, docID}.text()) // want `^get {orgID}:{docID} yes$`
}

// Boxed is a key of an interface type.
func Boxed(c *lru.Cache[any, int], orgID, docID string) {
	c.Get(scoped{orgID, docID}) // want `^get {orgID},{docID} yes$`
}

// Anonymous has no named type.
func Anonymous(c *lru.Cache[struct{ user, doc string }, int], userID, docID string) {
	c.Get(struct{ user, doc string }{userID, docID}) // want `^get {userID},{docID} no$`
}

// Expirable is the client's cache with times.
func Expirable(c *expirable.LRU[scoped, int], orgID, docID string) {
	c.Add(scoped{orgID, docID}, 1)     // want `^set {orgID},{docID} yes$`
	c.Get(scoped{Doc: docID})          // want `^get ,{docID} no$`
	c.Contains(scoped{orgID, "index"}) // want `^get {orgID},index yes$`
}

// TTL is another client.
func TTL(c *ttlcache.Cache[scoped, int], tenantID, docID string) {
	c.Set(scoped{tenantID, docID}, 1, time.Minute) // want `^set {tenantID},{docID} yes$`
}

// Otter is a third one.
func Otter(c *otter.Cache[scoped, int], userID, docID string) {
	c.GetIfPresent(scoped{"", userID + docID}) // want `^get ,{userID}{docID} no$`
}

type row struct {
	OrgID string
	ID    string
}

// Element takes the fields from elements of a slice.
func Element(c *lru.Cache[scoped, int], rows []row) {
	for _, r := range rows {
		c.Add(scoped{r.OrgID, r.ID}, 1) // want `^set ({r\.OrgID}|{rows\[.*\]\.OrgID}),({r\.ID}|{rows\[.*\]\.ID}) yes$`
	}
}
