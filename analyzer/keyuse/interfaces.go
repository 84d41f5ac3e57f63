package keyuse

import (
	"cmp"
	"go/types"
	"slices"

	"github.com/tenantkey/tenantkey/internal/stores"
)

// isStore reports whether a function is a store's, and gives its row: its own,
// or, for a method of an interface that nothing implements where its callers
// see it, that of the client's method which it is written after.
func (f *finder) isStore(fn *types.Func) (*stores.Row, bool) {
	if row, ok := stores.Lookup(fn); ok {
		return row, ok
	}
	row, ok := stores.Mirrored(fn)
	if !ok || len(f.facts.takes(fn)) > 0 || len(f.res.Implementations(fn)) > 0 {
		return nil, false
	}
	for _, impl := range f.importedMethods(fn) {
		if !stores.IsClient(impl.Pkg().Path()) {
			return nil, false
		}
	}
	return row, true
}

// interfaceMethods returns the interface methods that a method of this package
// implements: of interfaces declared here, or called here.
func (f *finder) interfaceMethods(fn *types.Func) []*types.Func {
	if fn.Signature().Recv() == nil {
		return nil
	}
	var out []*types.Func
	seen := map[*types.Func]bool{}
	consider := func(m *types.Func) {
		if seen[m] || m.Name() != fn.Name() {
			return
		}
		seen[m] = true
		for _, impl := range f.res.Implementations(m) {
			if obj, ok := impl.Object().(*types.Func); ok && obj.Origin() == fn {
				out = append(out, m)
			}
		}
	}
	for m := range f.sites {
		if isInterfaceMethod(m) {
			if _, row := f.isStore(m); !row {
				consider(m)
			}
		}
	}
	scope := f.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		if iface, ok := tn.Type().Underlying().(*types.Interface); ok {
			for m := range iface.Methods() {
				consider(m.Origin())
			}
		}
	}
	return out
}

func isInterfaceMethod(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// visibleTakings returns what an interface method of another package takes, by
// the interface that its type is defined over, and by the implementations in
// the packages that this one imports.
func (f *finder) visibleTakings(m *types.Func) []Taking {
	if !isInterfaceMethod(m) {
		return nil
	}
	if ts, ok := f.visible[m]; ok {
		return ts
	}
	out := f.facts.definedTakes(m, f.res)
	for _, impl := range f.takers()[m.Name()] {
		if implementedBy(m, impl) {
			for _, t := range f.facts.takes(impl) {
				out = append(out, f.asMethod(t, impl.Origin(), m))
			}
		}
	}
	f.visible[m] = out
	return out
}

// takers returns the methods of the imported packages that take a key, by
// name: of all that a package can see they are few.
func (f *finder) takers() map[string][]*types.Func {
	if f.imports == nil {
		f.imports = map[string][]*types.Func{}
		direct := map[*types.Package]bool{}
		for _, imp := range f.pass.Pkg.Imports() {
			direct[imp] = true
		}
		for _, fact := range f.pass.AllObjectFacts() {
			fn, ok := fact.Object.(*types.Func)
			if _, takes := fact.Fact.(*takesKey); ok && takes && direct[fn.Pkg()] && fn.Signature().Recv() != nil {
				f.imports[fn.Name()] = append(f.imports[fn.Name()], fn)
			}
		}
		for _, fns := range f.imports { // facts come in any order
			slices.SortFunc(fns, func(a, b *types.Func) int { return cmp.Compare(a.FullName(), b.FullName()) })
		}
	}
	return f.imports
}

// implementedBy reports whether impl, a method of a type that is not generic,
// can be what a call of the interface's method m comes to.
func implementedBy(m, impl *types.Func) bool {
	recv := impl.Signature().Recv().Type()
	if p, ok := recv.(*types.Pointer); ok {
		recv = p.Elem()
	}
	named, ok := recv.(*types.Named)
	if !ok || types.IsInterface(named) || named.TypeParams().Len() > 0 {
		return false
	}
	return types.Implements(types.NewPointer(named), m.Signature().Recv().Type().Underlying().(*types.Interface))
}

// importedMethods returns the methods that an interface's method can be, of
// the types that the imported packages declare.
func (f *finder) importedMethods(m *types.Func) []*types.Func {
	var out []*types.Func
	for _, imp := range f.pass.Pkg.Imports() {
		scope := imp.Scope()
		for _, name := range scope.Names() {
			tn, ok := scope.Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() {
				continue
			}
			named, ok := tn.Type().(*types.Named)
			if !ok {
				continue
			}
			for impl := range named.Methods() {
				if impl.Name() == m.Name() && implementedBy(m, impl) {
					out = append(out, impl)
				}
			}
		}
	}
	return out
}
