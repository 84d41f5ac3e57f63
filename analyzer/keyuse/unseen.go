package keyuse

import (
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"github.com/tenantkey/tenantkey/internal/stores"
)

// An Unseen is an interface method that looks like a store's and has no
// implementation in the packages that its callers see: whether its calls hand
// a key to a store, only a policy can say.
type Unseen struct {
	Func string // full name, as a policy lists it
	Key  string // the parameter that looks like the key
	Op   stores.Op
	Pos  token.Pos // of the first call
}

// Unseen lists the interface methods that look like a store's, in the order of
// their first calls.
func (r *Result) Unseen() []Unseen {
	if r.more == nil {
		return nil
	}
	f := r.more.finder
	var out []Unseen
	for _, m := range f.ordered() {
		if !isInterfaceMethod(m) || len(f.takes[m]) > 0 || len(f.facts.takes(m)) > 0 {
			continue
		}
		if _, ok := f.shaped(m); ok && keepsByKey(f.sites[m][0].instr.Common().Value.Type()) {
			continue // listed as a store
		}
		key, ok := unseenKey(m)
		if _, isStore := f.isStore(m); !ok || isStore || len(f.res.Implementations(m)) > 0 || len(f.importedMethods(m)) > 0 {
			continue
		}
		out = append(out, Unseen{Func: m.FullName(), Key: key, Op: opOf(m.Name()), Pos: f.sites[m][0].instr.Common().Pos()})
	}
	return out
}

// unseenKey returns the parameter of an interface's method that looks like a
// store's key: one that is called a key, or the first text of a method of an
// interface that is called a cache.
func unseenKey(m *types.Func) (string, bool) {
	if m.Pkg() == nil || opOf(m.Name()) == stores.Other {
		return "", false
	}
	var first string
	for p := range m.Signature().Params().Variables() {
		if p.Name() == "" || !isText(p.Type()) {
			continue
		}
		if nameKeyness(normalName(p.Name())) == 3 {
			return p.Name(), true
		}
		if first == "" {
			first = p.Name()
		}
	}
	return first, first != "" && namedLikeStore(m.Signature().Recv().Type())
}

// isText reports whether values of type t are text, or lists of text.
func isText(t types.Type) bool {
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsString) != 0
}

// opOf reads an operation from the verb that a method's name begins with.
func opOf(name string) stores.Op {
	for _, v := range verbs {
		rest, ok := strings.CutPrefix(name, v.verb)
		if ok && (rest == "" || !unicode.IsLower(rune(rest[0]))) { // Has, not Hash
			return v.op
		}
	}
	return stores.Other
}

var verbs = []struct {
	verb string
	op   stores.Op
}{
	{"GetOrSet", stores.Get}, {"Get", stores.Get}, {"MGet", stores.Get}, {"Fetch", stores.Get}, {"Load", stores.Get}, {"Exists", stores.Get}, {"Has", stores.Get},
	{"Set", stores.Set}, {"Put", stores.Set}, {"Store", stores.Set}, {"Save", stores.Set}, {"Add", stores.Set}, {"Remember", stores.Set}, {"Cache", stores.Set},
	{"Delete", stores.Delete}, {"Del", stores.Delete}, {"Remove", stores.Delete}, {"Evict", stores.Delete}, {"Invalidate", stores.Delete},
	{"Contains", stores.Get}, {"Scan", stores.Scan}, {"Keys", stores.Scan}, {"Prefix", stores.Scan},
	{"Expire", stores.Expire}, {"Incr", stores.Incr}, {"Decr", stores.Incr}, {"Lock", stores.Lock}, {"TryLock", stores.Lock}, {"Acquire", stores.Lock}, {"TryAcquire", stores.Lock},
	{"Unlock", stores.Lock}, {"Release", stores.Lock},
}
