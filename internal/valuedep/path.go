package valuedep

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// field returns the name of field i of the struct t or *t.
func field(t types.Type, i int) *types.Var {
	t = t.Underlying()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem().Underlying()
	}
	if tp, ok := types.Unalias(t).(*types.TypeParam); ok {
		t = tp.Underlying()
	}
	if s, ok := t.(*types.Struct); ok && i < s.NumFields() {
		return s.Field(i)
	}
	return nil
}

// getterStep is the step of a path for a method without arguments: that of the
// field that it stands for.
func getterStep(name string) string {
	if s := strings.TrimPrefix(name, "Get"); s != "" && s != name && s[0] >= 'A' && s[0] <= 'Z' {
		return s
	}
	return name
}

// located is what is known of the end of a path.
type located struct {
	typ   types.Type // nil when it is not known
	field *types.Var // the last field
	owner types.Type // whose it is
}

// locate follows a path through types.
func locate(t types.Type, path string) located {
	l := located{typ: t}
	for _, s := range steps(path) {
		if l.typ == nil {
			return located{}
		}
		owner := l.typ
		if s == "[]" || strings.HasPrefix(s, "[") {
			l = located{typ: elem(owner)}
			continue
		}
		name, _, call := strings.Cut(s, "(")
		name = name[strings.LastIndexByte(name, '.')+1:]
		if owner.Underlying() == nil {
			return located{}
		}
		obj := member(owner, name)
		switch obj := obj.(type) {
		case *types.Var:
			l = located{typ: obj.Type(), field: obj, owner: owner}
		case *types.Func:
			l = located{owner: owner}
			if r := obj.Signature().Results(); r.Len() > 0 {
				l.typ = r.At(0).Type()
			}
		default:
			l = located{}
			if call {
				l.typ = types.Typ[types.String]
			}
		}
	}
	return l
}

// member finds a field or method of t by its name, or the getter of it.
func member(t types.Type, name string) types.Object {
	var pkg *types.Package
	if n := namedOf(t); n != nil {
		pkg = n.Obj().Pkg()
	}
	for _, n := range []string{name, "Get" + name} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, pkg, n); obj != nil {
			return obj
		}
	}
	if s, ok := deref(t).Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			if f.Name() == name {
				return f
			}
		}
	}
	return nil
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

func elem(t types.Type) types.Type {
	switch u := deref(t).Underlying().(type) {
	case *types.Slice:
		return u.Elem()
	case *types.Array:
		return u.Elem()
	case *types.Map:
		return u.Elem()
	case *types.Chan:
		return u.Elem()
	}
	return nil
}

// exprOf writes a root and a path as a reader of the code would.
func exprOf(root, path string) string {
	var b strings.Builder
	b.WriteString(root)
	for _, s := range steps(path) {
		if s == "[]" {
			continue // the name of a list stands for its elements
		}
		if !strings.HasPrefix(s, "[") {
			b.WriteByte('.')
		}
		b.WriteString(s)
	}
	return b.String()
}

// evidence gathers what tells the meaning of an input: its type, its field, its
// name, innermost first.
func evidence(expr string, root types.Type, path string) (types.Type, []template.Evidence) {
	l := locate(root, path)
	var evs []template.Evidence
	if l.typ != nil {
		if n := namedOf(l.typ); n != nil && n.Obj().Pkg() != nil {
			evs = append(evs, template.Evidence{Kind: template.ByType, Text: n.Obj().Pkg().Path() + "." + n.Obj().Name()})
		}
	}
	if l.field != nil && l.field.Pkg() != nil && l.field.Name() != "Space" { // see quotedName
		if n := namedOf(l.owner); n != nil {
			evs = append(evs, template.Evidence{Kind: template.ByField, Text: l.field.Pkg().Path() + "." + n.Obj().Name() + "." + l.field.Name()})
		}
	}
	return l.typ, append(evs, template.Evidence{Kind: template.ByName, Text: quotedName(expr)})
}

// quotedName replaces an accessor with a constant name by that name:
// r.Header.Get("X-Tenant-ID") means X_Tenant_ID.
//
// A field Space is not joined with what it is a field of: an XML Name.Space is
// no namespace of tenants.
func quotedName(expr string) string {
	if rest, ok := strings.CutSuffix(expr, ".Space"); ok && rest != "" {
		return "Space"
	}
	i := strings.LastIndexByte(expr, '"')
	if i <= 0 {
		return expr
	}
	j := strings.LastIndexByte(expr[:i], '"')
	if j < 0 || j+1 == i {
		return expr
	}
	return strings.NewReplacer("-", "_", ".", "_", ":", "_", "/", "_").Replace(expr[j+1 : i])
}

// condPos returns where a condition is tested.
func (a *Analysis) condPos(cond ssa.Value, def token.Pos) token.Pos {
	switch v := cond.(type) {
	case *ssa.Parameter:
		return a.testPos(v.Object(), def)
	case *ssa.UnOp:
		if p, ok := v.X.(*ssa.Parameter); ok {
			return a.testPos(p.Object(), def)
		}
	case *ssa.Phi:
		return def
	}
	if in, ok := cond.(ssa.Instruction); ok && in.Pos().IsValid() {
		return in.Pos()
	}
	return def
}

// testPos returns where the variable obj stands in the condition of an if.
func (a *Analysis) testPos(obj types.Object, def token.Pos) token.Pos {
	a.index()
	if pos := a.tests[obj]; pos.IsValid() {
		return pos
	}
	return def
}
