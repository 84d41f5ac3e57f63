package keyuse

import (
	"go/types"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// An interface that gets and sets values by a key is a store, whoever
// implements it, if it is called a cache or keeps them for a time: what
// connects the two is mostly a package that imports both, and so is seen last.
//
//	type Cache interface {
//		Fetch(ctx context.Context, key string, into any) error
//		Save(ctx context.Context, key string, value any) error
//	}

// shapedCalls makes the uses at the calls of such interfaces' methods, where
// nothing is known of an implementation.
func (f *finder) shapedCalls() {
	for _, m := range f.ordered() {
		t, ok := f.shaped(m)
		if !ok {
			continue
		}
		for _, s := range f.sites[m] {
			if by := s.instr.Common().Value.Type(); keepsByKey(by) && !f.implementationTold(m, by) {
				f.wrapperSite(s, []Taking{t})
			}
		}
	}
	f.drain()
}

// shaped is what an interface's method takes by its name and its parameters,
// if no implementation says more.
func (f *finder) shaped(m *types.Func) (Taking, bool) {
	if !isInterfaceMethod(m) || m.Pkg() == nil || len(f.takes[m]) > 0 || len(f.facts.takes(m)) > 0 || len(f.visibleTakings(m)) > 0 {
		return Taking{}, false
	}
	i, ok := keyParam(m)
	if _, isStore := f.isStore(m); isStore || !ok {
		return Taking{}, false
	}
	p := m.Signature().Params().At(i)
	t := Taking{Store: "cache", Op: opOf(m.Name()), Pattern: patternNames[normalName(p.Name())], Param: i}
	h := paramHole(m, i)
	if _, isList := p.Type().Underlying().(*types.Slice); isList {
		t.Path = []string{template.Element}
		h.Origin.Path = t.Path
	}
	t.Key = template.Cross(append(before(m, i), template.HoleSet(h))...)
	return t, true
}

// paramHole is what an interface's method is given for a parameter.
func paramHole(m *types.Func, i int) *template.Hole {
	p := m.Signature().Params().At(i)
	h := &template.Hole{Expr: p.Name(), Type: types.TypeString(p.Type(), nil), Origin: template.Origin{Kind: template.Param, Index: i, Owner: m.FullName()}}
	return h.Known(template.Evidence{Kind: template.ByName, Text: p.Name()})
}

// before is what stands before the key, and says what it is a key of: an id, a
// bucket. How an implementation joins them is not known; they count as the
// fields of a struct would.
//
//	Get(ctx context.Context, orgID uuid.UUID, cacheKey string, into any) error
func before(m *types.Func, key int) []template.Set {
	var out []template.Set
	for i := range key {
		p := m.Signature().Params().At(i)
		if isText(p.Type()) || strings.HasSuffix(normalName(p.Name()), "id") {
			out = append(out, template.HoleSet(paramHole(m, i)), template.Text(","))
		}
	}
	return out
}

// implementationTold reports whether an implementation in this package puts
// its key together by itself: then the callers of m, by interface t, are told
// nothing.
func (f *finder) implementationTold(m *types.Func, t types.Type) bool {
	iface, _ := t.Underlying().(*types.Interface)
	for _, impl := range f.res.Implementations(m) {
		obj, ok := impl.Object().(*types.Func)
		if ok && types.Implements(impl.Signature.Recv().Type(), iface) &&
			slices.ContainsFunc(f.uses, func(u *Use) bool { return u.Func == obj && u.Told }) {
			return true
		}
	}
	return false
}

// keyParam returns the parameter of a store's method that is called a key, or
// the pattern of keys to go through.
func keyParam(m *types.Func) (int, bool) {
	op := opOf(m.Name())
	if op == stores.Other {
		return 0, false
	}
	for i := range m.Signature().Params().Len() {
		p := m.Signature().Params().At(i)
		n := normalName(p.Name())
		_, isTypeParam := types.Unalias(p.Type()).(*types.TypeParam)
		if (isText(p.Type()) || isTypeParam) && (nameKeyness(n) == 3 || op == stores.Scan && (patternNames[n] || n == "prefix")) {
			return i, true
		}
	}
	return 0, false
}

var patternNames = map[string]bool{"pattern": true, "match": true}

// keepsByKey reports whether an interface gets and sets values by a key, and is
// called a cache or sets them for a time.
func keepsByKey(t types.Type) bool {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	ops := map[stores.Op]bool{}
	isCache := namedLikeStore(t)
	for m := range iface.Methods() {
		if _, ok := keyParam(m); !ok {
			continue
		}
		op := opOf(m.Name())
		ops[op] = true
		isCache = isCache || op == stores.Set && takesDuration(m)
	}
	return isCache && (ops[stores.Get] && ops[stores.Set] || ops[stores.Lock])
}

// takesDuration reports whether a method has a parameter for a time to live.
func takesDuration(m *types.Func) bool {
	for p := range m.Signature().Params().Variables() {
		t := p.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		if types.TypeString(t, nil) == "time.Duration" {
			return true
		}
	}
	return false
}
