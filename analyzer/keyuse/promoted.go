package keyuse

import (
	"go/types"
	"slices"
)

// To Go a promoted method of an interface is the embedded interface's. What is
// behind a call has all methods of the interface that the call is made by:
//
//	type base interface{ Set(key string) }
//	type local interface { base; IsLocal() bool }
//	func save(c local) { c.Set("k") } // base.Set, of what is local

// asMethod is an implementation's taking as the interface's method m has it.
func (f *finder) asMethod(t Taking, impl, m *types.Func) Taking {
	t = reowned(t, impl.FullName(), m, f.res)
	t.Not = f.lacking(impl, m)
	return t
}

// lacking returns the interfaces around m's that impl's type does not have, of
// this package and of m's.
func (f *finder) lacking(impl, m *types.Func) []string {
	recv := impl.Signature().Recv().Type()
	if p, ok := recv.(*types.Pointer); ok {
		recv = p.Elem()
	}
	if named, ok := recv.(*types.Named); !ok || named.TypeParams().Len() > 0 {
		return nil
	}
	var out []string
	for _, pkg := range []*types.Package{f.pass.Pkg, m.Pkg()} {
		if pkg == nil {
			continue // error's
		}
		for _, name := range pkg.Scope().Names() {
			named, ok := pkg.Scope().Lookup(name).Type().(*types.Named)
			if !ok || named.TypeParams().Len() > 0 {
				continue
			}
			iface, ok := named.Underlying().(*types.Interface)
			if ok && promotes(iface, m) && !types.Implements(types.NewPointer(recv), iface) && !slices.Contains(out, named.String()) {
				out = append(out, named.String())
			}
		}
	}
	return out
}

// promotes reports whether m is a method of iface.
func promotes(iface *types.Interface, m *types.Func) bool {
	for own := range iface.Methods() {
		if own == m {
			return true
		}
	}
	return false
}

// behind returns the takings that a call can come to, by the interface that it
// is made by. Where nobody seen has all of that, it is as good as the embedded.
func behind(s site, takings []Taking) []Taking {
	c := s.instr.Common()
	if !c.IsInvoke() {
		return takings
	}
	by := types.Unalias(c.Value.Type()).String()
	out := slices.DeleteFunc(slices.Clone(takings), func(t Taking) bool { return slices.Contains(t.Not, by) })
	if len(out) == 0 {
		return takings
	}
	return out
}
