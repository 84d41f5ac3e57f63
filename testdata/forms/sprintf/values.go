package sprintf

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

type docID struct{ orgID, num string }

// String is what every verb for text calls.
func (d docID) String() string { return d.orgID + "/" + d.num }

// Stringer formats a value whose String method is visible: its template
// stands in the key, and with it the tenant.
func Stringer(ctx context.Context, rdb *redis.Client, d docID) {
	rdb.Get(ctx, fmt.Sprintf("doc:%s", d)) // want `^get doc:{d\.orgID}/{d\.num} yes$`
}

// StringerByV does the same with %v.
func StringerByV(ctx context.Context, rdb *redis.Client, d docID) {
	rdb.Get(ctx, fmt.Sprintf("doc:%v", d)) // want `^get doc:{d\.orgID}/{d\.num} yes$`
}

// StringerBuiltHere formats a literal of the type: its fields are known.
func StringerBuiltHere(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	rdb.Get(ctx, fmt.Sprint("doc:", docID{tenantID, itemID})) // want `^get doc:{tenantID}/{itemID} yes$`
}

type pair struct{ OrgID, Doc string }

// StructByV formats a struct without String: fmt writes its fields in braces.
func StructByV(ctx context.Context, rdb *redis.Client, orgID, docName string) {
	p := pair{OrgID: orgID, Doc: docName}
	rdb.Get(ctx, fmt.Sprintf("doc:%v", p)) // want `^get doc:({{{orgID} {docName}}}|{p}) yes$`
}

// StructByPlusV adds the fields' names.
func StructByPlusV(ctx context.Context, rdb *redis.Client, orgID, docName string) {
	p := pair{OrgID: orgID, Doc: docName}
	rdb.Get(ctx, fmt.Sprintf("doc:%+v", p)) // want `^get doc:({{OrgID:{orgID} Doc:{docName}}}|{p}) yes$`
}

type kind string

// NamedString formats a value of a named string type without methods.
func NamedString(ctx context.Context, rdb *redis.Client, docKind kind, docName string) {
	rdb.Get(ctx, fmt.Sprintf("%s:%s", docKind, docName)) // want `^get {docKind}:{docName} no$`
}

const kindDraft kind = "draft"

// NamedConstant formats a constant of a named string type: text.
func NamedConstant(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, fmt.Sprintf("%s:%s", kindDraft, docName)) // want `^get draft:{docName} no$`
}

type level int

const (
	low level = iota
	high
)

// String names a level.
func (l level) String() string {
	if l == low {
		return "low"
	}
	return "high"
}

// StringerConstant formats a constant whose type has a String method: %v and
// %s call it, %d does not. Either branch of String may be given, since the
// condition is only decided at run time for most tools.
func StringerConstant(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, fmt.Sprintf("item:%d:%s", high, itemID)) // want `^get item:1:{itemID} no$`
	rdb.Get(ctx, fmt.Sprintf("item:%v:%s", high, itemID)) // want `^get item:(high:{itemID}|high:{itemID} \| item:low:{itemID}|{high}:{itemID}) no$`
}

// SpreadOperands passes the operands as a slice.
func SpreadOperands(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	args := []any{orgID, itemID}
	rdb.Get(ctx, fmt.Sprintf("%s:item:%s", args...)) // want `^get {orgID}:item:{itemID} yes$`
}

// Boxed keeps the operand in an interface variable.
func Boxed(ctx context.Context, rdb *redis.Client, itemID string) {
	var v any = itemID
	rdb.Get(ctx, fmt.Sprintf("item:%v", v)) // want `^get item:({itemID}|{v}) no$`
}
