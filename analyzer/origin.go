package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/lazy"
)

// maxFollow bounds how many variables and functions lead from a key's argument
// to where the key is put together. Past it the finding stands at the last
// place that was reached.
const maxFollow = 8

// origins finds where keys are put together in the source of one package.
type origins struct {
	pass *analysis.Pass
	root syntax
}

// of returns where the key of u is put together, as far as this package goes:
//
//	key := fmt.Sprintf("project:%d", id)    // here
//	rdb.Get(ctx, key)                       // not here
func (o *origins) of(u *keyuse.Use) place {
	e := o.expr(u)
	if e == nil {
		if u.KeyPos.IsValid() {
			return place{u.KeyPos, u.KeyEnd}
		}
		return place{u.Pos, u.End}
	}
	return place{e.Pos(), e.End()}
}

// expr returns the expression that puts the key of u together, nil when the
// key is no expression of its own (one of a variadic slice).
func (o *origins) expr(u *keyuse.Use) ast.Expr {
	if !u.KeyPos.IsValid() {
		return nil
	}
	c, ok := o.root().FindByPos(u.KeyPos, u.KeyEnd)
	if !ok {
		return nil
	}
	e, ok := c.Node().(ast.Expr)
	if !ok || e.Pos() != u.KeyPos || e.End() != u.KeyEnd {
		return nil
	}
	return o.follow(e)
}

// follow goes from e through variables that are set once, conversions, and the
// package's own functions, to the expression that the value is made by.
func (o *origins) follow(e ast.Expr) ast.Expr {
	for range maxFollow {
		next := o.step(ast.Unparen(e))
		if next == nil {
			break
		}
		e = next
	}
	return ast.Unparen(e)
}

func (o *origins) step(e ast.Expr) ast.Expr {
	info := o.pass.TypesInfo
	switch e := e.(type) {
	case *ast.Ident:
		v, ok := info.Uses[e].(*types.Var)
		if !ok || v.IsField() {
			return nil
		}
		rhs, ok := o.setOnce(e, v)
		if !ok {
			return nil
		}
		return rhs
	case *ast.CompositeLit:
		if _, isList := info.TypeOf(e).Underlying().(*types.Slice); isList && len(e.Elts) == 1 {
			if _, keyed := e.Elts[0].(*ast.KeyValueExpr); !keyed {
				return e.Elts[0] // the only key of keys := []string{…}
			}
		}
	case *ast.CallExpr:
		if tv := info.Types[e.Fun]; tv.IsType() && len(e.Args) == 1 {
			return e.Args[0] // a conversion
		}
		return o.built(e)
	}
	return nil
}

// built returns the expression that a function of this package puts its result
// together with, when it has one return and joins text of its own. A function
// that joins what it is given is not told, its caller is.
func (o *origins) built(call *ast.CallExpr) ast.Expr {
	fn, ok := calleeOf(o.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() != o.pass.Pkg {
		return nil
	}
	e := o.returned(fn)
	if e == nil || !ownText(o.pass.TypesInfo, o.follow(e)) {
		return nil
	}
	return e
}

// returned returns the first result of a function of this package, which is
// declared outside of tests and has one return; nil if there is no such.
func (o *origins) returned(fn *types.Func) ast.Expr {
	c, ok := o.root().FindByPos(fn.Origin().Pos(), fn.Origin().Pos())
	if !ok {
		return nil
	}
	for d := range c.Enclosing((*ast.FuncDecl)(nil)) {
		// The method of an interface that is declared in a function stands in that.
		if decl := d.Node().(*ast.FuncDecl); decl.Name.Pos() == fn.Origin().Pos() && decl.Body != nil && !inTest(o.pass.Fset, decl.Pos()) {
			return onlyReturn(decl.Body)
		}
	}
	return nil
}

func calleeOf(info *types.Info, call *ast.CallExpr) types.Object {
	fun := ast.Unparen(call.Fun)
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun = f.X
	case *ast.IndexListExpr:
		fun = f.X
	}
	switch f := fun.(type) {
	case *ast.Ident:
		return info.Uses[f]
	case *ast.SelectorExpr:
		return info.Uses[f.Sel]
	}
	return nil
}

// onlyReturn returns the first result of a body's return statement when there
// is exactly one, those of function literals aside.
func onlyReturn(body *ast.BlockStmt) ast.Expr {
	var found []*ast.ReturnStmt
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = append(found, n)
		}
		return true
	})
	if len(found) != 1 || len(found[0].Results) == 0 {
		return nil
	}
	return found[0].Results[0]
}

// verbs are a format's verbs, which are no text.
var verbs = lazy.Regexp(`%[-+# 0-9.*\[\]]*[a-zA-Z%]`)

// ownText reports whether e joins text that names something.
func ownText(info *types.Info, e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok || found {
			return !found
		}
		tv := info.Types[x]
		if tv.Value == nil || tv.Value.Kind() != constant.String {
			return true
		}
		found = strings.ContainsFunc(verbs().ReplaceAllString(constant.StringVal(tv.Value), ""), unicode.IsLetter)
		return false
	})
	return found
}

// setOnce returns the expression that the local variable v is set to, when it
// is set once and nothing takes its address.
func (o *origins) setOnce(use *ast.Ident, v *types.Var) (ast.Expr, bool) {
	c, ok := o.root().FindByPos(use.Pos(), use.End())
	if !ok || v.Parent() == nil || v.Parent() == o.pass.Pkg.Scope() {
		return nil, false
	}
	for f := range c.Enclosing((*ast.FuncDecl)(nil)) {
		w := &writes{info: o.pass.TypesInfo, v: v}
		ast.Inspect(f.Node(), w.visit)
		return w.rhs, w.count == 1 && w.rhs != nil
	}
	return nil, false
}

// writes counts what sets a variable.
type writes struct {
	info  *types.Info
	v     *types.Var
	count int
	rhs   ast.Expr // of the only one
}

func (w *writes) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			if !w.is(l) {
				continue
			}
			var rhs ast.Expr
			switch {
			case n.Tok != token.ASSIGN && n.Tok != token.DEFINE: // +=
			case len(n.Lhs) == len(n.Rhs):
				rhs = n.Rhs[i]
			case i == 0:
				rhs = n.Rhs[0] // the first result of a call
			}
			w.set(rhs)
		}
	case *ast.ValueSpec:
		for i, l := range n.Names {
			if !w.is(l) || len(n.Values) == 0 {
				continue
			}
			if len(n.Values) == len(n.Names) {
				w.set(n.Values[i])
			} else {
				w.set(nil)
			}
		}
	case *ast.RangeStmt:
		if w.is(n.Key) || w.is(n.Value) {
			w.set(nil)
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND && w.is(n.X) {
			w.set(nil)
		}
	}
	return true
}

func (w *writes) set(rhs ast.Expr) {
	w.count++
	w.rhs = rhs
}

func (w *writes) is(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && (w.info.Defs[id] == w.v || w.info.Uses[id] == w.v)
}
