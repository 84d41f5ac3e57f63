package stores

import (
	"go/types"
	"maps"
	"slices"
)

// Mirrored returns the row of the client's method that a method of an
// interface of one's own is written after: it has its name and its signature,
// and a type of the client stands in the interface.
//
//	type Getter interface {
//		Get(ctx context.Context, key string) *redis.StringCmd
//	}
func Mirrored(m *types.Func) (*Row, bool) {
	recv := m.Signature().Recv()
	if recv == nil {
		return nil, false
	}
	iface, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return nil, false
	}
	for own := range iface.Methods() {
		for _, pkg := range mentioned(own.Signature()) {
			if row, ok := rowLike(pkg, m); ok {
				return row, true
			}
		}
	}
	return nil, false
}

// mentioned returns the clients whose types are results or parameters.
func mentioned(sig *types.Signature) []*types.Package {
	var out []*types.Package
	for _, vars := range []*types.Tuple{sig.Results(), sig.Params()} {
		for v := range vars.Variables() {
			t := types.Unalias(v.Type())
			if p, ok := t.(*types.Pointer); ok {
				t = types.Unalias(p.Elem())
			}
			n, ok := t.(*types.Named)
			if ok && n.Obj().Pkg() != nil && IsClient(n.Obj().Pkg().Path()) {
				out = append(out, n.Obj().Pkg())
			}
		}
	}
	return out
}

// rowLike returns the row of a client's method that has the name and the
// signature of m.
func rowLike(pkg *types.Package, m *types.Func) (*Row, bool) {
	rows := index()[pkg.Path()].rows()
	for _, recv := range slices.Sorted(maps.Keys(rows)) {
		if rows[recv][m.Name()] == nil {
			continue
		}
		t, ok := pkg.Scope().Lookup(recv).(*types.TypeName)
		if !ok {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t.Type(), true, pkg, m.Name())
		fn, ok := obj.(*types.Func)
		if ok && types.Identical(fn.Signature(), m.Signature()) {
			return rows[recv][m.Name()], true
		}
	}
	return nil, false
}
