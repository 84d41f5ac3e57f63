package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A scoped is a tenant value that code at some place can name.
type scoped struct {
	expr string         // tenantID, req.TenantID, tenant.FromContext(ctx)
	hole *template.Hole // what it is in a key
	verb string         // the verb that prints it in a format
	text string         // the expression of type string that it is, or ""
}

// tenantsInScope returns the tenants that can be named where e stands: first
// variables, then fields of variables, then what a registered function finds
// in the context.
func (o *origins) tenantsInScope(p *policy, e ast.Expr) []*scoped {
	c, ok := o.root().FindByPos(e.Pos(), e.End())
	if !ok {
		return nil
	}
	var vars []*types.Var
	var file *ast.File
	for f := range c.Enclosing((*ast.File)(nil)) {
		file = f.Node().(*ast.File)
	}
	inner := o.pass.Pkg.Scope().Innermost(e.Pos())
	for s := inner; s != nil && s != o.pass.Pkg.Scope(); s = s.Parent() {
		var here []*types.Var
		for _, name := range s.Names() {
			v, ok := s.Lookup(name).(*types.Var)
			if !ok || name == "_" {
				continue
			}
			if _, seen := inner.LookupParent(name, e.Pos()); seen == v { // not hidden, and declared before
				here = append(here, v)
			}
		}
		slices.SortFunc(here, func(a, b *types.Var) int { return int(a.Pos() - b.Pos()) })
		vars = append(vars, here...)
	}
	var out []*scoped
	add := func(expr string, t types.Type, evs ...template.Evidence) {
		if s := o.scoped(p, expr, t, evs); s != nil {
			out = append(out, s)
		}
	}
	for _, v := range vars {
		add(v.Name(), v.Type())
	}
	for _, v := range vars {
		for f, owner := range o.fieldsOf(v.Type()) {
			add(v.Name()+"."+f.Name(), f.Type(), template.Evidence{Kind: template.ByField, Text: owner + "." + f.Name()})
		}
	}
	for _, v := range vars {
		if types.TypeString(v.Type(), nil) == "context.Context" && file != nil {
			o.fromContext(p, file, v.Name(), add)
		}
	}
	return out
}

// scoped returns the value if it is the tenant by evidence and can be written
// into a key.
func (o *origins) scoped(p *policy, expr string, t types.Type, evs []template.Evidence) *scoped {
	h := &template.Hole{Expr: expr, Type: types.TypeString(t, nil)}
	h = h.Known(append(evs, template.Evidence{Kind: template.ByName, Text: expr})...)
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		h = h.Known(template.Evidence{Kind: template.ByType, Text: n.Obj().Pkg().Path() + "." + n.Obj().Name()})
	}
	if p.tenants.read(h).carrier == nil {
		return nil
	}
	s := &scoped{expr: expr, hole: h, verb: "%s"}
	basic, _ := t.Underlying().(*types.Basic)
	switch {
	case types.Identical(t, types.Typ[types.String]):
		s.text = expr
	case isStringer(t):
		s.text = expr + ".String()"
		if strings.HasSuffix(h.Type, "uuid.UUID") {
			h.Form = template.FormUUID
		}
	case basic != nil && basic.Info()&types.IsString != 0:
		s.text = "string(" + expr + ")"
	case basic != nil && basic.Info()&types.IsInteger != 0:
		s.verb, h.Form = "%d", template.FormInt
	default:
		return nil
	}
	return s
}

// isStringer reports whether a value of type t prints itself, and is of a kind
// that one tenant's identity is of.
func isStringer(t types.Type) bool {
	if !isIdentity(t) {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, false, nil, "String")
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	sig := fn.Signature()
	return sig.Params().Len() == 0 && sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), types.Typ[types.String])
}

// fieldsOf yields the fields of a struct, or of what a pointer to one points
// at, that this package may name, with the struct's full name.
func (o *origins) fieldsOf(t types.Type) func(yield func(*types.Var, string) bool) {
	return func(yield func(*types.Var, string) bool) {
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return
		}
		owner := ""
		if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
			owner = n.Obj().Pkg().Path() + "." + n.Obj().Name()
		}
		for f := range st.Fields() {
			if (f.Exported() || f.Pkg() == o.pass.Pkg) && !yield(f, owner) {
				return
			}
		}
	}
}

// fromContext adds the registered functions that return the tenant of a
// context and nothing else, if the file imports their package.
func (o *origins) fromContext(p *policy, file *ast.File, ctx string, add func(string, types.Type, ...template.Evidence)) {
	for _, c := range p.tenants.carriers {
		for _, l := range c.listed {
			dot := strings.LastIndexByte(l.Text, '.')
			if l.Kind != template.ByFunc || dot < 0 || strings.HasPrefix(l.Text, "(") {
				continue
			}
			name := importedAs(o.pass.TypesInfo, file, l.Text[:dot])
			if name == nil {
				continue
			}
			fn, ok := name.Imported().Scope().Lookup(l.Text[dot+1:]).(*types.Func)
			if !ok {
				continue
			}
			ps, rs := fn.Signature().Params(), fn.Signature().Results()
			if ps.Len() == 1 && rs.Len() == 1 && types.TypeString(ps.At(0).Type(), nil) == "context.Context" {
				add(name.Name()+"."+fn.Name()+"("+ctx+")", rs.At(0).Type(), l)
			}
		}
	}
}

// importedAs returns the name that a file gives to a package, nil when it does
// not import it.
func importedAs(info *types.Info, file *ast.File, path string) *types.PkgName {
	for _, spec := range file.Imports {
		if name := info.PkgNameOf(spec); name != nil && name.Imported().Path() == path && name.Name() != "_" && name.Name() != "." {
			return name
		}
	}
	return nil
}
