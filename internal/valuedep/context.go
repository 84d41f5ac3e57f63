package valuedep

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// contextValue handles ctx.Value(k).
func (w *walk) contextValue(call *ssa.Call, path string, c from) bool {
	com := call.Common()
	if calleeName(com) != "Value" || len(callArgs(com)) != 2 || !isContext(callArgs(com)[0].Type()) {
		return false
	}
	name, hint := keyIdentity(callArgs(com)[1])
	if s := w.a.constantName(call); s != "" {
		hint = s
	}
	var t types.Type
	for _, r := range *call.Referrers() {
		if ta, ok := r.(*ssa.TypeAssert); ok {
			t = ta.AssertedType
		}
	}
	if w.put(callArgs(com)[0], name, path, c, 0) {
		return true
	}
	w.contextLeaf(name, w.a.source(call), hint, t, path, c)
	w.value(callArgs(com)[0], "", c) // what a call put into it that can't be looked into
	return true
}

// constantName returns the name of the constant that ctx.Value is called with,
// "" when it is none: ctx.Value(tenantKey).
func (a *Analysis) constantName(call *ssa.Call) string {
	e := a.callExpr(call)
	if e == nil || len(e.Args) != 1 {
		return ""
	}
	var id *ast.Ident
	switch arg := ast.Unparen(e.Args[0]).(type) {
	case *ast.Ident:
		id = arg
	case *ast.SelectorExpr:
		id = arg.Sel
	default:
		return ""
	}
	if c, ok := a.Info.Uses[id].(*types.Const); ok && c.Val().Kind() != constant.String {
		return c.Name()
	}
	return ""
}

// keyIdentity returns what makes a context key the same key elsewhere, and a
// name that tells its meaning.
func keyIdentity(k ssa.Value) (id, hint string) {
	if mi, ok := k.(*ssa.MakeInterface); ok {
		k = mi.X
	}
	tn := ""
	if n := namedOf(k.Type()); n != nil {
		tn = types.TypeString(n, nil)
		hint = n.Obj().Name()
	}
	switch v := k.(type) {
	case *ssa.Const:
		if v.Value != nil {
			s := v.Value.ExactString()
			if u, err := strconv.Unquote(s); err == nil {
				return tn + "(" + s + ")", u
			}
			return tn + "(" + s + ")", hint
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			return g.Pkg.Pkg.Path() + "." + g.Name(), g.Name()
		}
	case *ssa.Global:
		return v.Pkg.Pkg.Path() + "." + v.Name(), v.Name()
	}
	return tn, hint
}

func (w *walk) contextLeaf(name, expr, hint string, t types.Type, path string, c from) {
	d := &Dep{Atom: Atom{Root{Kind: Context, Name: name}, path}, Via: c.via, Pos: c.pos, Way: c.way}
	d.Expr = exprOf(expr, path)
	_, d.Evidence = evidence(d.Expr, t, path)
	if t != nil {
		d.Type = locate(t, path).typ
	}
	if hint != "" {
		d.Evidence = append(d.Evidence, hintEvidence(exprOf(hint, path))...)
	}
	w.add(d, t)
}
