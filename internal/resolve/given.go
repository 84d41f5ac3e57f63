package resolve

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Stored returns what the functions of this package store in a field, tests
// left out; ok says that there are some, and not too many.
func (r *Resolver) Stored(f *types.Var) (_ template.Set, ok bool) {
	var vals []ssa.Value
	for _, st := range r.index.fields[f] {
		if !r.inTest(st) {
			vals = append(vals, st.Val)
		}
	}
	return r.anyOf(vals)
}

// Given returns what the calls of a function give its parameter i; ok says that
// only this package can call it, and by its name.
//
//	func newSpec(name string) spec { return spec{name} } // the parameter
//	func login() spec              { return newSpec("login") } // what it is given
func (r *Resolver) Given(fn *ssa.Function, i int) (_ template.Set, ok bool) {
	if fn.Parent() != nil || ast.IsExported(fn.Name()) || r.index.held[fn] || r.isAbstract(fn) {
		return nil, false
	}
	var vals []ssa.Value
	for _, c := range r.index.callers[fn] {
		as := c.Common().Args
		if fn.Signature.Recv() != nil {
			as = as[1:]
		}
		if i >= len(as) {
			return nil, false
		}
		if !r.inTest(c) {
			vals = append(vals, as[i])
		}
	}
	return r.anyOf(vals)
}

func (r *Resolver) anyOf(vals []ssa.Value) (template.Set, bool) {
	if len(vals) == 0 || len(vals) > maxStores {
		return nil, false
	}
	var out template.Set
	for _, v := range vals {
		out = append(out, r.KeyText(r.Value(v), v.Type())...)
	}
	return out, true
}

// isAbstract reports whether fn is a method that may also be called through an
// interface of the package.
func (r *Resolver) isAbstract(fn *ssa.Function) bool {
	if fn.Signature.Recv() == nil {
		return false
	}
	scope := r.pkg.Pkg.Scope()
	for _, n := range scope.Names() {
		t, ok := scope.Lookup(n).(*types.TypeName)
		if !ok || !types.IsInterface(t.Type()) {
			continue
		}
		if m, _, _ := types.LookupFieldOrMethod(t.Type(), false, r.pkg.Pkg, fn.Name()); m != nil {
			return true
		}
	}
	return false
}

func (r *Resolver) inTest(instr ssa.Instruction) bool {
	return strings.HasSuffix(r.fset.Position(instr.Pos()).Filename, "_test.go")
}
