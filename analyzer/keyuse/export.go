package keyuse

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// export says of the package's objects what other packages need to know. A
// fact is inherited by every importer, so it is exported only where it says
// something.
func (f *finder) export() {
	scope := f.pass.Pkg.Scope()
	for _, fn := range f.fns {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || obj.Pkg() != f.pass.Pkg || !obj.Exported() {
			continue
		}
		if ts := f.takes[obj.Origin()]; len(ts) > 0 {
			f.pass.ExportObjectFact(obj, &takesKey{ts})
		}
		f.exportReturns(fn, obj)
	}
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Var:
			if g, ok := f.pkg.Members[name].(*ssa.Global); ok && obj.Exported() && holdsText(obj.Type()) {
				if v, ok := f.res.Holds(g); ok && telling(v) {
					f.pass.ExportObjectFact(obj, &holdsKey{v})
				}
			}
		case *types.TypeName:
			f.exportInterface(obj)
		}
	}
}

// exportInterface says of an interface's methods what their implementations in
// this package take and return.
func (f *finder) exportInterface(obj *types.TypeName) {
	iface, ok := obj.Type().Underlying().(*types.Interface)
	if !ok || obj.IsAlias() {
		return
	}
	var defined methodsTake
	for m := range iface.Methods() {
		if m.Pkg() != f.pass.Pkg {
			if ts := f.facts.takes(m); len(ts) > 0 {
				defined.Methods = append(defined.Methods, methodTakes{m.Name(), m.Origin().FullName(), ts})
			}
			continue
		}
		if ts := f.takes[m.Origin()]; len(ts) > 0 {
			f.pass.ExportObjectFact(m.Origin(), &takesKey{ts})
		}
	}
	if len(defined.Methods) > 0 {
		f.pass.ExportObjectFact(obj, &defined)
	}
}

// exportReturns says what a function returns, of the results that can be keys.
func (f *finder) exportReturns(fn *ssa.Function, obj *types.Func) {
	if fn.Blocks == nil {
		return
	}
	vals := make([]template.Value, fn.Signature.Results().Len())
	some := false
	for i := range vals {
		vals[i] = template.UnknownValue("is not a key")
		if !holdsText(fn.Signature.Results().At(i).Type()) {
			continue
		}
		if v := f.res.Return(fn, i); telling(v) {
			vals[i] = f.res.Settle(v, obj)
			some = true
		}
	}
	if some {
		f.pass.ExportObjectFact(obj, &returnsKey{vals})
	}
}

// holdsText reports whether a value of type t can be or hold a key: text and
// numbers, lists of them, and structs that look like a key or hold one.
func holdsText(t types.Type) bool { return holdsTextDepth(t, 0) }

func holdsTextDepth(t types.Type, depth int) bool {
	if depth > 3 {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0 || u.Info()&types.IsInteger != 0
	case *types.Slice:
		return holdsTextDepth(u.Elem(), depth+1)
	case *types.Array:
		return holdsTextDepth(u.Elem(), depth+1)
	case *types.Pointer:
		return holdsTextDepth(u.Elem(), depth+1)
	case *types.Struct:
		return keyStruct(u)
	}
	return false
}

// keyStruct reports whether a struct is a key, a few plain fields, or has a
// field that is named like a key or a part of one.
func keyStruct(s *types.Struct) bool {
	plain := s.NumFields() > 0 && s.NumFields() <= 6
	for f := range s.Fields() {
		b, ok := f.Type().Underlying().(*types.Basic)
		isText := ok && b.Info()&types.IsString != 0
		if isText && nameKeyness(normalName(f.Name())) > 0 {
			return true
		}
		_, isArray := f.Type().Underlying().(*types.Array)
		plain = plain && (ok || isArray)
	}
	return plain
}
