package resolve

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// What a function makes that is a parameter is for the callers to say, who give
// the function:
//
//	func getAll(ids []string, keyOf func(id string) string) {
//		for _, id := range ids {
//			rdb.Get(keyOf(id)) // a hole: the parameter keyOf, Called with an element of ids
//		}
//	}

// calledParam evaluates a call of a parameter.
func (r *Resolver) calledParam(v *ssa.Call, index int) (template.Value, bool) {
	p, ok := r.functionParam(v.Call.Value)
	if !ok || index > 0 || !textual(v.Call.Signature().Results().At(0).Type()) || len(v.Call.Args) > 1 {
		return template.Value{}, false
	}
	base, ok := r.parameter(p).Hole()
	if !ok {
		return template.Value{}, false
	}
	h := *base
	t := v.Call.Signature().Results().At(0).Type()
	h.Expr, h.Type, h.Form, h.Evidence = r.expr(v), typeName(t), formOf(t), nil
	h.Origin.Path = append(slices.Clone(base.Origin.Path), template.Called)
	for _, a := range v.Call.Args {
		h.Origin.Inputs = append(h.Origin.Inputs, r.text(a))
	}
	return template.TextValue(template.HoleSet((&h).Known(r.evidence(v)...))), true
}

// functionParam returns the parameter of a declared function that a function
// value is, also as closures capture it.
func (r *Resolver) functionParam(v ssa.Value) (*ssa.Parameter, bool) {
	for range maxChain {
		switch x := v.(type) {
		case *ssa.Parameter:
			return x, x.Parent().Parent() == nil
		case *ssa.ChangeType:
			v = x.X
		case *ssa.UnOp:
			val, ok := r.onlyStore(x)
			if !ok {
				return nil, false
			}
			v = val
		default:
			return nil, false
		}
	}
	return nil, false
}

// Argument evaluates an argument: of a function what it makes of its parameters,
// under the name of [template.Called], with the owner of these for a type.
func (r *Resolver) Argument(v ssa.Value) template.Value {
	if _, ok := v.Type().Underlying().(*types.Signature); ok {
		if made, owner, ok := r.makes(v); ok {
			return template.Value{Kind: template.IsRecord, Type: owner, Fields: []template.Named{{Name: template.Called, Value: made}}}
		}
	}
	return r.Value(v)
}

// makes returns what a function makes of its parameters, and their owner.
func (r *Resolver) makes(v ssa.Value) (made template.Value, owner string, ok bool) {
	fn, ok := r.target(v)
	if !ok || fn.Signature.Results().Len() != 1 {
		return template.Value{}, "", false
	}
	if strings.HasPrefix(fn.Synthetic, "bound method") {
		return r.makesBound(v, fn)
	}
	if fn := r.body(fn); fn != nil {
		return r.summary(fn, 0), ownerOf(fn), true
	}
	if obj, ok := origin(fn).Object().(*types.Func); ok {
		if s, ok := r.facts.Returns(obj); ok {
			return s.Results[0], fullName(obj), true
		}
	}
	return template.Value{}, "", false
}

// makesBound is makes for a method of a value: s.key.
func (r *Resolver) makesBound(v ssa.Value, fn *ssa.Function) (template.Value, string, bool) {
	mc, isClosure := v.(*ssa.MakeClosure)
	obj, isFunc := fn.Object().(*types.Func)
	if !isClosure || !isFunc {
		return template.Value{}, "", false
	}
	method := r.body(r.pkg.Prog.FuncValue(obj.Origin()))
	if method == nil {
		return template.Value{}, "", false
	}
	made := r.Instantiate(r.summary(method, 0), ownerOf(method), func(i int) (template.Value, bool) {
		return r.eval(mc.Bindings[0]), i == template.Recv
	})
	return made, ownerOf(method), true
}

// called replaces a parameter that is called by what the function makes that
// the caller gives for it.
func (s *subst) called(h *template.Hole, given template.Value) template.Value {
	inputs := make([]template.Set, len(h.Origin.Inputs))
	for i, in := range h.Origin.Inputs {
		inputs[i] = s.set(in)
	}
	if made, ok := given.Field(template.Called); ok {
		return s.r.Instantiate(made, given.Type, func(i int) (template.Value, bool) {
			if i < 0 || i >= len(inputs) {
				return template.Value{}, false
			}
			return template.TextValue(inputs[i]), true
		})
	}
	base, ok := given.Hole()
	if !ok || base.Origin.Kind != template.Param {
		return template.UnknownValue("is made by a function that is not seen")
	}
	c := *h
	c.Origin = base.Origin
	c.Origin.Path = append(slices.Clone(base.Origin.Path), template.Called)
	c.Origin.Inputs = inputs
	return template.TextValue(template.HoleSet(&c))
}
