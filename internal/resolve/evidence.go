package resolve

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// holeOf returns the hole that v is when nothing better is known: its
// expression, its type, and what these tell of its meaning.
func (r *Resolver) holeOf(v ssa.Value) template.Value {
	h := &template.Hole{Expr: r.expr(v), Type: typeName(v.Type()), Form: formOf(v.Type()), Origin: template.Origin{Kind: template.Local}}
	return template.TextValue(template.HoleSet(r.optional(h.Known(r.evidence(v)...), v)))
}

// derived returns the hole that v is, with what went into it.
func (r *Resolver) derived(v ssa.Value, from ...template.Value) template.Value {
	out := r.holeOf(v)
	h, _ := out.Hole()
	h.Origin.Kind = template.Result
	for _, f := range from {
		h.Origin.Inputs = append(h.Origin.Inputs, r.KeyText(f, nil))
	}
	return out
}

// evidence collects what is known of v's meaning by where it stands.
func (r *Resolver) evidence(v ssa.Value) []template.Evidence {
	var out []template.Evidence
	name := r.nameOf(v)
	for range maxChain { // through conversions and results
		out = append(out, typeEvidence(v.Type()))
		switch x := v.(type) {
		case *ssa.Extract:
			v = x.Tuple
			continue
		case *ssa.TypeAssert:
			v = x.X
			continue
		case *ssa.Convert:
			v = x.X
			continue
		case *ssa.Call:
			out = append(out, r.callEvidence(x.Common())...)
		case *ssa.Lookup:
			out = append(out, indexEvidence(x.Index)...)
		case *ssa.UnOp:
			if fa, ok := x.X.(*ssa.FieldAddr); ok {
				f := fieldOf(fa.X.Type(), fa.Field)
				out = append(out, fieldEvidence(f, fa.X.Type(), r.expr(fa))...)
				if outer := r.embedder(fa.X); outer != fa.X && f != nil {
					out = append(out, ofType(typeName(outer.Type()), f))
				}
			}
		}
		break
	}
	if name != "" {
		out = append(out, template.Evidence{Kind: template.ByName, Text: name})
	}
	return out
}

// callEvidence is what a call tells of its result: the function, its name read
// as a joined path, and the constant that names what is fetched:
// c.Get("tenant_id"), ctx.Value(tenantKey{}).
func (r *Resolver) callEvidence(c *ssa.CallCommon) []template.Evidence {
	fn := calleeFunc(c)
	if fn == nil {
		return nil
	}
	out := []template.Evidence{{Kind: template.ByFunc, Text: fullName(fn)}}
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		name = shortType(deref(recv.Type())) + "." + name
	} else if fn.Pkg() != nil {
		name = fn.Pkg().Name() + "." + name
	}
	out = append(out, template.Evidence{Kind: template.ByName, Text: name})
	args := c.Args
	if !c.IsInvoke() && fn.Signature().Recv() != nil && len(args) > 0 {
		args = args[1:]
	}
	for _, a := range args {
		out = append(out, indexEvidence(a)...)
	}
	return out
}

// indexEvidence reads a key into a map or a context: its constant text, its
// type's name or its variable's.
func indexEvidence(v ssa.Value) []template.Evidence {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	switch x := v.(type) {
	case *ssa.Const:
		if x.Value != nil && x.Value.Kind() == constant.String {
			return []template.Evidence{{Kind: template.ByName, Text: clip(constant.StringVal(x.Value), 60)}}
		}
		if n, ok := types.Unalias(x.Type()).(*types.Named); ok {
			return []template.Evidence{{Kind: template.ByName, Text: n.Obj().Name()}}
		}
	case *ssa.UnOp:
		if g, ok := x.X.(*ssa.Global); ok {
			return []template.Evidence{{Kind: template.ByName, Text: g.Name()}}
		}
		if a, ok := x.X.(*ssa.Alloc); ok {
			if n, ok := types.Unalias(deref(a.Type())).(*types.Named); ok {
				return []template.Evidence{{Kind: template.ByName, Text: n.Obj().Name()}}
			}
		}
	}
	return nil
}

// fieldEvidence is what a field tells: its full name, and its path read as a
// name: through the variable (org.ID) and through the type (Org.ID).
func fieldEvidence(f *types.Var, t types.Type, expr string) []template.Evidence {
	if f == nil {
		return nil
	}
	out := []template.Evidence{{Kind: template.ByField, Text: fieldName(f, t)}}
	if expr != "" {
		out = append(out, template.Evidence{Kind: template.ByName, Text: expr})
	}
	if n, ok := types.Unalias(deref(t)).(*types.Named); ok {
		out = append(out, template.Evidence{Kind: template.ByName, Text: n.Obj().Name() + "." + f.Name()})
	}
	out = append(out, typeEvidence(f.Type()))
	return out
}

func typeEvidence(t types.Type) template.Evidence {
	if n, ok := types.Unalias(deref(t)).(*types.Named); ok && n.Obj().Pkg() != nil {
		return template.Evidence{Kind: template.ByType, Text: n.Obj().Pkg().Path() + "." + n.Obj().Name()}
	}
	return template.Evidence{Kind: template.ByType}
}

// known adds evidence, and the name that v is given at at, to what v is when v
// is a single hole.
func (r *Resolver) known(v template.Value, more []template.Evidence, at ssa.Value) template.Value {
	h, ok := v.Hole()
	if !ok || h.IsAnySelf() {
		return v
	}
	return r.named(template.TextValue(template.HoleSet(h.Known(more...))), at)
}

// named adds the name of the variable that holds v to what v is, on each of
// its alternatives.
func (r *Resolver) named(v template.Value, at ssa.Value) template.Value {
	if v.Kind != template.IsText || at == nil {
		return v
	}
	n := r.nameOf(at)
	if n == "" {
		return v
	}
	return eachHole(v, func(h *template.Hole) *template.Hole {
		if n == h.Expr {
			return h
		}
		return h.Known(template.Evidence{Kind: template.ByName, Text: n})
	})
}

// unchecked notes that a value's ok or error is dropped:
//
//	t1 = tenant.FromContext(ctx)
//	t2 = extract t1 #0        (and no extract of the last)
func (r *Resolver) unchecked(v template.Value, ex *ssa.Extract, tuple ssa.Value) template.Value {
	h, ok := v.Hole()
	if !ok || h.IsAnySelf() || h.Unchecked != "" {
		return v
	}
	tup, ok := tuple.Type().(*types.Tuple)
	if !ok || tup.Len() < 2 {
		return v
	}
	last := tup.Len() - 1
	what := ""
	switch t := tup.At(last).Type(); {
	case isError(t):
		what = "error"
	case isBool(t):
		what = "ok"
	default:
		return v
	}
	for _, ref := range *tuple.Referrers() {
		if e, ok := ref.(*ssa.Extract); ok && e.Index == last && len(*e.Referrers()) > 0 {
			return v
		}
	}
	c := *h
	c.Unchecked = "the " + what + " of " + r.expr2(tuple) + " is dropped"
	return template.TextValue(template.HoleSet(&c))
}

// expr2 names a call without its arguments.
func (r *Resolver) expr2(v ssa.Value) string {
	if c, ok := v.(*ssa.Call); ok {
		if fn := calleeFunc(c.Common()); fn != nil {
			return shortFunc(fn)
		}
	}
	return r.expr(v)
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// typeName prints a type with full package paths. It is asked of every value, and
// most have a plain name: that needs no printer.
func typeName(t types.Type) string {
	switch t := t.(type) {
	case *types.Named:
		if t.TypeArgs() == nil && t.TypeParams() == nil && t.Obj().Pkg() != nil {
			return t.Obj().Pkg().Path() + "." + t.Obj().Name()
		}
	case *types.Basic:
		if t.Kind() != types.UnsafePointer {
			return t.Name()
		}
	case *types.Pointer:
		return "*" + typeName(t.Elem())
	case *types.Slice:
		return "[]" + typeName(t.Elem())
	}
	return types.TypeString(t, nil)
}

// shortType prints a type without package.
func shortType(t types.Type) string {
	return types.TypeString(t, func(*types.Package) string { return "" })
}

// fieldName is the full name of a field: pkg.T.f.
func fieldName(f *types.Var, t types.Type) string {
	if n, ok := types.Unalias(deref(t)).(*types.Named); ok && n.Obj().Pkg() != nil {
		return n.Obj().Pkg().Path() + "." + n.Obj().Name() + "." + f.Name()
	}
	return f.Name()
}

// formOf is what text of a type looks like.
func formOf(t types.Type) template.Form {
	if _, ok := t.(*types.Named); ok {
		switch typeName(t) {
		case "github.com/google/uuid.UUID", "github.com/gofrs/uuid.UUID", "github.com/gofrs/uuid/v5.UUID", "github.com/satori/go.uuid.UUID", "github.com/jackc/pgx/v5/pgtype.UUID":
			return template.FormUUID
		}
	}
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return template.FormText
	}
	switch info := b.Info(); {
	case info&types.IsUnsigned != 0:
		return template.FormUint
	case info&types.IsInteger != 0:
		return template.FormInt
	case info&types.IsFloat != 0:
		return template.FormFloat
	case info&types.IsBoolean != 0:
		return template.FormBool
	}
	return template.FormText
}

// fullName prints a function as types.Func.FullName does, type arguments left out.
func fullName(fn *types.Func) string { return fn.Origin().FullName() }

// shortFunc names a function for people: json.Unmarshal, (*Decoder).Decode → Decoder.Decode.
func shortFunc(fn *types.Func) string {
	if recv := fn.Signature().Recv(); recv != nil {
		t := shortType(deref(recv.Type()))
		if i := strings.IndexByte(t, '['); i > 0 {
			t = t[:i]
		}
		return t + "." + fn.Name()
	}
	if fn.Pkg() != nil {
		return fn.Pkg().Name() + "." + fn.Name()
	}
	return fn.Name()
}

// filling adds the name of a field to what a struct literal fills it with, one
// step further out, as a parameter's name is added to what it is given:
//
//	key{TenantID: id}
func filling(v template.Value, f *types.Var, of types.Type) template.Value {
	return outer(v, &template.Hole{Evidence: []template.Evidence{{Kind: template.ByField, Text: fieldName(f, of)}}})
}

// outer adds what is known of the parameter h to the holes of v, which it was
// given, one call further out.
func outer(v template.Value, h *template.Hole) template.Value {
	if len(h.Evidence) == 0 {
		return v
	}
	known := slices.Clone(h.Evidence)
	for i := range known {
		known[i].Depth++
	}
	return eachHole(v, func(c *template.Hole) *template.Hole {
		c = c.Known(known...)
		c.Optional = c.Optional || h.Optional
		return c
	})
}

// eachHole maps the alternatives of v that are one hole.
func eachHole(v template.Value, f func(*template.Hole) *template.Hole) template.Value {
	if v.Kind != template.IsText {
		return v
	}
	out := make(template.Set, len(v.Text))
	for i, t := range v.Text {
		out[i] = t
		if len(t) == 1 && t[0].Hole != nil && !t[0].Hole.IsAnySelf() {
			out[i] = template.Of(f(t[0].Hole))
		}
	}
	return template.TextValue(out)
}
