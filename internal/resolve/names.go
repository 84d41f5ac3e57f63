package resolve

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// names is what a function's source calls its values. SSA forgets the names of
// variables that it lifts to registers; what is lost is found again by the
// position of the expression that was assigned.
type names struct {
	vars   map[site]string
	ranges []ranged
}

// A site is the position that SSA gives the value of an expression, and the
// index of the result that is meant.
type site struct {
	pos   token.Pos
	index int
}

// namesOf reads a function's assignments once.
func (r *Resolver) namesOf(fn *ssa.Function) *names {
	if n, ok := r.names[fn]; ok {
		return n
	}
	n := &names{vars: map[site]string{}}
	r.names[fn] = n
	syntax := fn.Syntax()
	if syntax == nil {
		return n
	}
	ast.Inspect(syntax, func(node ast.Node) bool {
		switch s := node.(type) {
		case *ast.FuncLit:
			return s == syntax
		case *ast.AssignStmt:
			n.assign(s.Lhs, s.Rhs)
		case *ast.ValueSpec:
			lhs := make([]ast.Expr, len(s.Names))
			for i, id := range s.Names {
				lhs[i] = id
			}
			n.assign(lhs, s.Values)
		case *ast.RangeStmt:
			n.ranges = append(n.ranges, ranged{types.ExprString(s.X), identName(s.Key), identName(s.Value), s.For})
		}
		return true
	})
	return n
}

func identName(e ast.Expr) string {
	if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
		return id.Name
	}
	return ""
}

func (n *names) assign(lhs, rhs []ast.Expr) {
	if len(lhs) > 1 && len(rhs) == 1 {
		for i, l := range lhs {
			n.one(l, valuePos(rhs[0]), i)
		}
		return
	}
	for i, l := range lhs {
		if i < len(rhs) {
			n.one(l, valuePos(rhs[i]), 0)
		}
	}
}

func (n *names) one(l ast.Expr, pos token.Pos, index int) {
	if id, ok := l.(*ast.Ident); ok && id.Name != "_" && pos.IsValid() {
		n.vars[site{pos, index}] = id.Name
	}
}

// valuePos is the position that SSA gives the value of an expression.
func valuePos(e ast.Expr) token.Pos {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return e.Lparen
	case *ast.BinaryExpr:
		return e.OpPos
	case *ast.SelectorExpr:
		return e.Sel.Pos()
	case *ast.IndexExpr:
		return e.Lbrack
	case *ast.TypeAssertExpr:
		return e.Lparen
	case *ast.SliceExpr:
		return e.Lbrack
	case *ast.StarExpr:
		return e.Star
	case *ast.UnaryExpr:
		if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok {
			return lit.Lbrace
		}
		return e.OpPos
	case *ast.CompositeLit:
		return e.Lbrace
	case *ast.Ident:
		return token.NoPos
	default:
		return e.Pos()
	}
}

// nameOf returns the variable that v is assigned to, or "".
func (r *Resolver) nameOf(v ssa.Value) string {
	if v.Parent() != nil {
		if n := r.rangeName(v); n != "" {
			return n
		}
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		return v.Name()
	case *ssa.FreeVar:
		return v.Name()
	case *ssa.Phi:
		return plain(v.Comment)
	case *ssa.Alloc:
		if !made[v.Comment] {
			return plain(v.Comment)
		}
	case *ssa.Global:
		return v.Name()
	}
	fn := v.Parent()
	if fn == nil {
		return ""
	}
	ns := r.namesOf(fn)
	index := 0
	var at ssa.Value = v
	if ex, ok := v.(*ssa.Extract); ok {
		index = ex.Index
		at = ex.Tuple
	}
	if n, ok := ns.vars[site{at.Pos(), index}]; ok && at.Pos().IsValid() {
		return n
	}
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.MUL {
		if n, ok := ns.vars[site{u.X.Pos(), 0}]; ok && u.X.Pos().IsValid() {
			return n
		}
		switch u.X.(type) {
		case *ssa.Alloc, *ssa.FreeVar:
			return r.nameOf(u.X)
		}
	}
	return ""
}

// made are the comments of memory that no variable names.
var made = map[string]bool{"complit": true, "new": true, "varargs": true, "makeslice": true, "slicelit": true}

// plain returns an SSA comment when it is a variable's name.
func plain(comment string) string {
	if token.IsIdentifier(comment) {
		return comment
	}
	return ""
}

// expr returns the Go expression that v is, as a reader would write it.
func (r *Resolver) expr(v ssa.Value) string { return r.exprDepth(v, 0) }

func (r *Resolver) exprDepth(v ssa.Value, depth int) string {
	if g, ok := v.(*ssa.Global); ok && g.Pkg != nil && g.Pkg != r.pkg {
		return g.Pkg.Pkg.Name() + "." + g.Name()
	}
	if n := r.nameOf(v); n != "" {
		return n
	}
	if depth > 4 {
		return "…"
	}
	sub := func(x ssa.Value) string { return r.exprDepth(x, depth+1) }
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return "nil"
		}
		if v.Value.Kind() == constant.String {
			return strconv.Quote(clip(constant.StringVal(v.Value), 40))
		}
		return v.Value.ExactString()
	case *ssa.Call:
		return r.callExpr(v.Common(), sub)
	case *ssa.Extract:
		if s, ok := v.Tuple.(*ssa.Select); ok {
			for i, n := 0, v.Index-2; i < len(s.States); i++ {
				if s.States[i].Dir == types.RecvOnly {
					if n == 0 {
						return "<-" + sub(s.States[i].Chan)
					}
					n--
				}
			}
		}
		return sub(v.Tuple)
	case *ssa.FieldAddr:
		return sub(r.embedder(v.X)) + "." + fieldLabel(v.X.Type(), v.Field)
	case *ssa.Field:
		return sub(r.embedder(v.X)) + "." + fieldLabel(v.X.Type(), v.Field)
	case *ssa.UnOp:
		if v.Op == token.MUL { // a variable that is loaded is called as it is
			return sub(v.X)
		}
		return v.Op.String() + sub(v.X)
	case *ssa.IndexAddr:
		return sub(v.X) + "[" + sub(v.Index) + "]"
	case *ssa.Index:
		return sub(v.X) + "[" + sub(v.Index) + "]"
	case *ssa.Lookup:
		return sub(v.X) + "[" + sub(v.Index) + "]"
	case *ssa.MakeInterface:
		return sub(v.X)
	case *ssa.ChangeInterface:
		return sub(v.X)
	case *ssa.ChangeType:
		return sub(v.X)
	case *ssa.Convert:
		return sub(v.X)
	case *ssa.TypeAssert:
		return sub(v.X)
	case *ssa.Slice:
		return sub(v.X) + "[…]"
	case *ssa.BinOp:
		return sub(v.X) + " " + v.Op.String() + " " + sub(v.Y)
	case *ssa.Next:
		return "range"
	case *ssa.Alloc:
		return "&" + shortType(deref(v.Type()))
	}
	return shortType(v.Type())
}

func (r *Resolver) callExpr(c *ssa.CallCommon, sub func(ssa.Value) string) string {
	var name string
	args := c.Args
	if c.IsInvoke() {
		name = sub(c.Value) + "." + c.Method.Name()
	} else if fn := calleeFunc(c); fn != nil {
		if fn.Signature().Recv() != nil && len(args) > 0 {
			name = sub(args[0]) + "." + fn.Name()
			args = args[1:]
		} else if fn.Pkg() != nil && fn.Pkg() != r.pkg.Pkg {
			name = fn.Pkg().Name() + "." + fn.Name()
		} else {
			name = fn.Name()
		}
	} else if b, ok := c.Value.(*ssa.Builtin); ok {
		name = b.Name()
	} else {
		name = sub(c.Value)
	}
	name += "("
	for i, a := range args {
		if len(name) > maxExpr {
			break // it is clipped anyway
		}
		if i > 0 {
			name += ", "
		}
		name += sub(a)
	}
	return clip(name+")", maxExpr)
}

func fieldLabel(t types.Type, i int) string {
	if f := fieldOf(t, i); f != nil {
		return f.Name()
	}
	return fmt.Sprint(i)
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}

// placeExpr names a place as its root and the fields and elements from there.
func (r *Resolver) placeExpr(p place) string {
	s := r.expr(p.root)
	for i, st := range p.path {
		switch {
		case st.field == nil:
			s += elementStep(st.index)
		case i == len(p.path)-1 || !promotes(st.field):
			s += "." + st.field.Name()
		}
	}
	return s
}

// posn prints a position as file:line, the file without its folder.
func (r *Resolver) posn(pos token.Pos) string {
	if !pos.IsValid() {
		return ""
	}
	p := r.fset.Position(pos)
	return filepath.Base(p.Filename) + ":" + strconv.Itoa(p.Line)
}
