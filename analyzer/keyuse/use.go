package keyuse

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

// newUse makes the use of a key at a call.
func (f *finder) newUse(s site, k found) *Use {
	c := s.instr.Common()
	defer fault.At(c.Pos())
	u := &Use{Object: s.fn, Instr: s.instr, Func: f.declaration(s.instr.Parent()), Callee: s.fn.FullName()}
	u.Pos, u.End = c.Pos(), c.Pos()
	if k.value.Kind != 0 || k.value.Text != nil {
		u.Key = f.settled(s, f.res.KeyText(k.value, k.typ))
	}
	call := f.calls[c.Pos()]
	if call == nil {
		u.KeyPos, u.KeyEnd = u.Pos, u.End
		return u
	}
	u.Pos, u.End = call.Pos(), call.End()
	u.KeyPos, u.KeyEnd = u.Pos, u.End
	u.Callee = f.calleeName(call, s.fn)
	if e := f.argument(c, call, k); e != nil {
		u.KeyPos, u.KeyEnd = e.Pos(), e.End()
	}
	return u
}

// settled is a key as it is read where a call stands.
func (f *finder) settled(s site, key template.Set) template.Set {
	fn := f.declaration(s.instr.Parent())
	if fn == nil {
		return key
	}
	return f.res.Settle(template.TextValue(key), fn).Text
}

// argument returns the expression that a key stands in.
func (f *finder) argument(c *ssa.CallCommon, call *ast.CallExpr, k found) ast.Expr {
	as := args(c)
	for i, a := range as {
		if a == k.arg && i < len(call.Args) {
			return call.Args[i]
		}
		vals, ok := literalElements(a)
		if !ok {
			continue
		}
		spread := i == len(as)-1 && c.Signature().Variadic() && !call.Ellipsis.IsValid()
		for j, v := range vals {
			switch {
			case v != k.arg:
			case spread && i+j < len(call.Args):
				return call.Args[i+j]
			case !spread && i < len(call.Args):
				return element(call.Args[i], j, len(vals))
			}
		}
	}
	return nil
}

// element returns the element at an index of a list that is written out in the
// call, or the list if it has no other; nil where indexes are written with the
// elements.
func element(list ast.Expr, index, of int) ast.Expr {
	if id, ok := ast.Unparen(list).(*ast.Ident); ok && of == 1 {
		return id
	}
	lit, ok := ast.Unparen(list).(*ast.CompositeLit)
	if !ok || index >= len(lit.Elts) {
		return nil
	}
	for _, e := range lit.Elts {
		if _, keyed := e.(*ast.KeyValueExpr); keyed {
			return nil
		}
	}
	return lit.Elts[index]
}

// calleeName prints the called function, the receiver being its static type.
func (f *finder) calleeName(call *ast.CallExpr, fn *types.Func) string {
	fun := ast.Unparen(call.Fun)
	sel, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return fn.FullName()
	}
	s, ok := f.pass.TypesInfo.Selections[sel]
	if !ok || s.Kind() != types.MethodVal {
		return fn.FullName()
	}
	recv := s.Recv()
	if _, isPtr := recv.(*types.Pointer); !isPtr && !types.IsInterface(recv) && pointerMethod(fn) {
		recv = types.NewPointer(recv)
	}
	return "(" + types.TypeString(recv, nil) + ")." + fn.Name()
}

func pointerMethod(fn *types.Func) bool {
	_, ok := fn.Signature().Recv().Type().(*types.Pointer)
	return ok
}

// declaration returns the declared function that fn is, or is a closure of.
func (f *finder) declaration(fn *ssa.Function) *types.Func {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}
