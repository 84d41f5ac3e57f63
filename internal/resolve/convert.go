package resolve

import (
	"fmt"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// constantText is the text of a constant as fmt's %v prints it.
func constantText(c *ssa.Const) string {
	if c.Value == nil {
		return ""
	}
	switch c.Value.Kind() {
	case constant.String:
		return constant.StringVal(c.Value)
	case constant.Bool, constant.Int:
		return c.Value.ExactString()
	case constant.Float:
		return fmt.Sprint(floating(c.Value, c.Type()))
	}
	return c.Value.ExactString()
}

// floating is a constant as a number of type t: fmt prints as many digits as
// tell it from others of its type.
func floating(c constant.Value, t types.Type) any {
	f, _ := constant.Float64Val(c)
	if b, ok := t.Underlying().(*types.Basic); ok && b.Kind() == types.Float32 {
		return float32(f)
	}
	return f
}

// constantValue evaluates a constant; the nil of a type is its zero.
func constantValue(c *ssa.Const) template.Value {
	if c.Value == nil {
		return zero(c.Type())
	}
	text := constantText(c)
	if len(text) > template.MaxText {
		return template.UnknownValue(template.TooLong)
	}
	return template.TextValue(template.Text(text))
}

// convert evaluates a conversion T(x).
func (r *Resolver) convert(x ssa.Value, v ssa.Value) template.Value {
	from, to := x.Type().Underlying(), v.Type().Underlying()
	if fb, ok := from.(*types.Basic); ok && fb.Info()&types.IsInteger != 0 {
		if tb, ok := to.(*types.Basic); ok && tb.Info()&types.IsString != 0 {
			if c, ok := x.(*ssa.Const); ok && c.Value != nil { // string(rune)
				return template.TextValue(template.Text(string(rune(c.Int64()))))
			}
			out := r.holeOf(v)
			if h, ok := out.Hole(); ok && h.Origin.Kind != template.Unk { // one rune, whichever it is
				return template.TextValue(template.HoleSet(h.With(template.Step{Func: "string"}, template.FormFixed)))
			}
			return out
		}
	}
	return r.change(x, v)
}

// change evaluates a change of type that leaves the text as it is: a named
// string, bytes for a string, a wider integer.
func (r *Resolver) change(x ssa.Value, v ssa.Value) template.Value {
	return r.retyped(r.eval(x), v)
}

// retyped gives a hole its new type, and the type's meaning.
func (r *Resolver) retyped(val template.Value, v ssa.Value) template.Value {
	h, ok := val.Hole()
	if !ok || h.IsAnySelf() {
		return val
	}
	c := h.Known(typeEvidence(v.Type()))
	if _, isIface := v.Type().Underlying().(*types.Interface); !isIface {
		if f := formOf(v.Type()); f != template.FormText {
			c.Form = f
		}
		if h.Type == "" || h.Origin.Kind == template.Param && len(h.Origin.Path) > 0 {
			c.Type = typeName(v.Type())
		}
	}
	return r.named(template.TextValue(template.HoleSet(c)), v)
}

// assert evaluates x.(T).
func (r *Resolver) assert(v *ssa.TypeAssert, x ssa.Value) template.Value {
	out := r.eval(x)
	h, ok := out.Hole()
	if !ok || h.IsAnySelf() {
		return out
	}
	c := h.Known(typeEvidence(v.AssertedType))
	c.Type = typeName(v.AssertedType)
	if f := formOf(v.AssertedType); f != template.FormText {
		c.Form = f
	}
	return r.named(template.TextValue(template.HoleSet(c)), v)
}

// expand lays a hole of a struct type out as a record of its fields, as a
// struct key is.
func (r *Resolver) expand(h *template.Hole, t types.Type) (template.Value, bool) {
	if h.Form != template.FormText || len(h.Via) > 0 {
		return template.Value{}, false
	}
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if ok && named.Obj().Pkg() != nil && isStandard(named.Obj().Pkg().Path(), r.pkg) {
		return template.Value{}, false
	}
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok || s.NumFields() == 0 || s.NumFields() > maxFields {
		return template.Value{}, false
	}
	out := template.Value{Kind: template.IsRecord, Type: typeName(t)}
	for f := range s.Fields() {
		out.Fields = append(out.Fields, template.Named{Name: f.Name(), Value: r.fieldHole(h, f, t, nil)})
	}
	return out, true
}

// isStandard reports whether a package path is of the standard library, as
// package from sees it: a module of one's own may have no dot in its name.
func isStandard(path string, from *ssa.Package) bool {
	first, _, _ := strings.Cut(path, "/")
	own := ""
	if from != nil {
		own, _, _ = strings.Cut(from.Pkg.Path(), "/")
	}
	return !strings.Contains(first, ".") && first != own
}
