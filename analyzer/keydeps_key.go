package analyzer

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/ident"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/internal/valuedep"
)

// keyExpr returns the source of a sink's key, for stores that keyuse does not
// know: maps, and get-or-load functions found by their form.
func (k *keydeps) keyExpr(s *valuedep.Sink) ast.Expr {
	switch in := s.Instr.(type) {
	case *ssa.MapUpdate:
		c, ok := k.o.root().FindByPos(in.Pos(), in.Pos())
		if !ok {
			return nil
		}
		for x := range c.Enclosing((*ast.IndexExpr)(nil)) {
			return x.Node().(*ast.IndexExpr).Index
		}
	case ssa.CallInstruction:
		if call := k.callOf(in); call != nil {
			if i := s.KeyIndex(); i >= 0 && i < len(call.Args) {
				return call.Args[i]
			}
			return k.keyArgument(call)
		}
	}
	return nil
}

// callOf returns the source of a call.
func (k *keydeps) callOf(in ssa.CallInstruction) *ast.CallExpr {
	c, ok := k.o.root().FindByPos(in.Pos(), in.Pos())
	if !ok {
		return nil
	}
	for x := range c.Enclosing((*ast.CallExpr)(nil)) {
		if call := x.Node().(*ast.CallExpr); call.Lparen == in.Common().Pos() {
			return call
		}
	}
	return nil
}

// keyArgument returns the first argument that can be a key.
func (k *keydeps) keyArgument(call *ast.CallExpr) ast.Expr {
	for _, arg := range call.Args {
		t := k.pass.TypesInfo.TypeOf(arg)
		if t == nil || isContextType(t) {
			continue
		}
		return arg
	}
	return nil
}

func isContextType(t types.Type) bool {
	return types.TypeString(t, nil) == "context.Context"
}

// keyText prints the key of a sink that keyuse does not know, as far as its
// expression tells.
func (k *keydeps) keyText(s *valuedep.Sink) string {
	if s.Text != "" {
		return s.Text
	}
	if p, ok := s.KeyValue().(*ssa.Parameter); ok && s.KeyIndex() < 0 {
		return "{" + p.Name() + "}" // of a loader, which the store calls with the key
	}
	e := k.keyExpr(s)
	if e == nil {
		return "{key}"
	}
	if args := s.KeyArgs(); len(args) > 1 || len(args) == 1 && !args[0].Whole() {
		return argsText(k.callOf(s.Instr.(ssa.CallInstruction)), args)
	}
	return k.exprText(k.o.follow(e))
}

// argsText prints the parts of a call's arguments that a wrapper makes its key
// of. What it puts between them is out of sight.
func argsText(call *ast.CallExpr, args []valuedep.KeyArg) string {
	var parts []string
	for _, arg := range args {
		if arg.Index < len(call.Args) {
			parts = append(parts, "{"+arg.Text(types.ExprString(call.Args[arg.Index]))+"}")
		}
	}
	return strings.Join(parts, "{*}")
}

func (k *keydeps) exprText(e ast.Expr) string {
	e = ast.Unparen(e)
	if tv := k.pass.TypesInfo.Types[e]; tv.Value != nil {
		return template.Escape(strings.Trim(tv.Value.ExactString(), `"`))
	}
	if b, ok := e.(*ast.BinaryExpr); ok {
		return k.exprText(b.X) + k.exprText(b.Y)
	}
	return "{" + types.ExprString(e) + "}"
}

func byName(name string) []template.Evidence {
	return []template.Evidence{{Kind: template.ByName, Text: name}}
}

// identityWords end the names of types whose values say who someone is and what
// they may do.
var identityWords = setOf("user account member membership principal identity profile role permission grant claims person employee contact group session actor subject")

// mayTakeTenant reports whether a call that can't be looked into is likely to
// take the tenant out of the context that it gets. Nothing in the program says
// for certain; what speaks for it is
//
//   - that the program has its tenant in the context: this package, or one that
//     it imports, reads it from there. Under a key that names the caller, who is
//     the tenant in many a program, that is not enough; or
//   - that the call is of an injected function which finds out who someone is
//     (a User, an Account, their roles) by an id alone: that is what differs
//     between tenants first.
//
// A call that is given a tenant takes it from there.
func (k *keydeps) mayTakeTenant(s *valuedep.Sink, d *valuedep.Dep) bool {
	for _, arg := range d.Args {
		if k.namesTenant(arg) {
			return false
		}
	}
	if !findsByID(d.Args) {
		return false
	}
	identity := tellsIdentity(d.Type)
	if k.deps.tenant != "" && (identity || !slices.ContainsFunc(s.Key, func(d *valuedep.Dep) bool { return perCaller(d.Expr) })) {
		return true
	}
	return identity && !d.Invoke
}

// tellsIdentity reports whether values of a type say who someone is.
func tellsIdentity(t types.Type) bool {
	if t == nil {
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	ws := ident.Words(n.Obj().Name())
	return len(ws) > 0 && identityWords[singular(ws[len(ws)-1])]
}

// namesTenant reports whether an argument is a tenant by its name.
func (k *keydeps) namesTenant(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		return k.p.tenants.carrierOf(byName(v.Name())) != nil
	case *ssa.UnOp:
		return k.namesTenant(v.X)
	case *ssa.MakeInterface:
		return k.namesTenant(v.X)
	case *ssa.FieldAddr:
		p, ok := v.X.Type().Underlying().(*types.Pointer)
		if !ok {
			return false
		}
		if st, ok := p.Elem().Underlying().(*types.Struct); ok {
			return k.p.tenants.carrierOf(byName(st.Field(v.Field).Name())) != nil
		}
	}
	return false
}

// findsByID reports whether a call is given a context and, beside handles, an
// id of a few characters: not a query, not a whole object, and no uuid or token,
// which names the same thing for everyone.
func findsByID(args []ssa.Value) bool {
	ids := 0
	for _, arg := range args {
		switch {
		case valuedep.IsUnique(arg):
			return false
		case isText(arg.Type()):
			ids++
		}
	}
	return ids == 1
}

// fixes returns the edit that adds the inputs to the key, where it is sure to
// compile and to mean what it says.
func (k *keydeps) fixes(l *lack) []analysis.SuggestedFix {
	if k.p.reg != nil || l.use == nil || len(l.inputs) != 1 || l.inputs[0].Kind != valuedep.Param {
		return nil
	}
	if l.at.pos == l.use.KeyPos && l.use.Op == stores.Set {
		return nil // the look-up has a key of its own, which would not follow
	}
	d := l.inputs[0]
	if d.Type == nil || types.Unalias(d.Type) != types.Typ[types.String] || !k.inScope(l, d) {
		return nil
	}
	c, ok := k.o.root().FindByPos(l.at.pos, l.at.end)
	if !ok {
		return nil
	}
	e, ok := c.Node().(ast.Expr)
	if !ok || e.Pos() != l.at.pos {
		return nil
	}
	kt, ok := k.pass.TypesInfo.TypeOf(e).(*types.Basic)
	if !ok || kt.Kind() != types.String {
		return nil
	}
	edit := d.Expr + ` + ":" + `
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Add %s to the key", d.Expr),
		TextEdits: []analysis.TextEdit{{Pos: l.at.pos, End: l.at.pos, NewText: []byte(edit)}},
	}}
}

// inScope reports whether the input can be named where the key is put together.
func (k *keydeps) inScope(l *lack, d *valuedep.Dep) bool {
	root, _, _ := strings.Cut(d.Expr, ".")
	inner := k.pass.Pkg.Scope().Innermost(l.at.pos)
	if inner == nil {
		return false
	}
	_, obj := inner.LookupParent(root, l.at.pos)
	if obj == nil || d.Fn == nil {
		return false
	}
	return slices.ContainsFunc(d.Fn.Params, func(p *ssa.Parameter) bool { return p.Object() == obj })
}
