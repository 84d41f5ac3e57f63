package resolve

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/methods"
	"github.com/tenantkey/tenantkey/internal/template"
)

// parametric evaluates a call of a generic function by its type alone. Such a
// function knows nothing of what its type parameters stand for, so what it
// returns of such a type it was given, or got from a function that it was given
// (P. Wadler, Theorems for free!, 1989). Zero values, which it can make too,
// are left out; and since in Go it may decode or assert a value out of text or
// an interface, a function that is given one of these is not read so.
//
//	func Map[T, R any](in []T, f func(T) R) []R          elements are f of an element of in
//	func Filter[T any](in []T, keep func(T) bool) []T    elements are elements of in
//	func Keys[K comparable, V any](m map[K]V) iter.Seq[K]
//	func Must[T any](v T, err error) T
func (r *Resolver) parametric(v *ssa.Call, fn *types.Func, index int) (template.Value, bool) {
	g, ok := r.givensOf(v, fn, index)
	if !ok {
		return template.Value{}, false
	}
	out, ok := g.made(fn.Origin().Signature().Results().At(index).Type())
	if !ok {
		return template.Value{}, false
	}
	return r.named(out, v), true
}

// parametricParts is parametric for the keys or values of a map.
//
//	func GroupBy[K comparable, T any](in []T, by func(T) K) map[K][]T
func (r *Resolver) parametricParts(v *ssa.Call, fn *types.Func, index int, part mapPart) ([]template.Value, bool) {
	g, ok := r.givensOf(v, fn, index)
	if !ok {
		return nil, false
	}
	m, ok := core(fn.Origin().Signature().Results().At(index).Type()).(*types.Map)
	if !ok {
		return nil, false
	}
	t := m.Elem()
	if part == mapKey {
		t = m.Key()
	}
	out, ok := g.made(t)
	return []template.Value{out}, ok
}

// givensOf returns what a call gives a function that is generic, and knows
// nothing of its type parameters.
func (r *Resolver) givensOf(v *ssa.Call, fn *types.Func, index int) (*givens, bool) {
	if fn == nil || v.Call.IsInvoke() || fn.Signature().Recv() != nil {
		return nil, false
	}
	sig := fn.Origin().Signature()
	if index >= sig.Results().Len() || sig.Params().Len() != len(v.Call.Args) || !blind(sig) {
		return nil, false
	}
	return &givens{r: r, call: v, params: sig.Params()}, true
}

// made returns what a function can make of type t out of what it is given: an
// element, or any number of them.
func (g *givens) made(t types.Type) (template.Value, bool) {
	elem, many := held(t)
	if elem == nil {
		return template.Value{}, false
	}
	vals, ok := g.of(elem)
	if !ok || len(vals) == 0 || len(vals) > template.MaxAlternatives {
		return template.Value{}, false
	}
	out := template.JoinValues(vals...)
	if many {
		out = template.ListValue(template.Item{Value: out, Many: true})
	}
	return out, true
}

// givens is what a call gives a generic function.
type givens struct {
	r      *Resolver
	call   *ssa.Call
	params *types.Tuple
	asked  []*types.TypeParam // those in progress
}

// of returns all that is given of type t; not ok when there may be more.
func (g *givens) of(t *types.TypeParam) ([]template.Value, bool) {
	if slices.Contains(g.asked, t) {
		return nil, false // what f func(T) T returns, it may be given again
	}
	g.asked = append(g.asked, t)
	defer func() { g.asked = g.asked[:len(g.asked)-1] }()
	var out []template.Value
	for i := range g.params.Len() {
		vals, ok := g.in(core(g.params.At(i).Type()), g.call.Call.Args[i], t)
		if !ok {
			return nil, false
		}
		out = append(out, vals...)
	}
	return out, true
}

// in returns what an argument, for a parameter of type p, has of type t.
func (g *givens) in(p types.Type, arg ssa.Value, t *types.TypeParam) ([]template.Value, bool) {
	elem, many := held(p)
	switch {
	case elem == t && many:
		return g.r.elements(g.r.eval(arg)), true
	case elem == t:
		return []template.Value{g.r.evalIn(arg, g.call.Block())}, true
	}
	switch p := p.(type) {
	case *types.Signature:
		return g.results(p, arg, t)
	case *types.Map:
		switch {
		case p.Key() == t && p.Elem() == t:
			return nil, false
		case p.Key() == t:
			return g.r.mapParts(arg, mapKey)
		case p.Elem() == t:
			return g.r.mapParts(arg, mapValue)
		}
	}
	return nil, !mentions(p, t)
}

// results returns what a function that is given returns of type t.
func (g *givens) results(p *types.Signature, arg ssa.Value, t *types.TypeParam) ([]template.Value, bool) {
	for v := range p.Params().Variables() {
		if v.Type() != t && mentions(v.Type(), t) {
			return nil, false // func(*T), func(yield func(T) bool): it gives by its parameters
		}
	}
	var out []template.Value
	for i := range p.Results().Len() {
		res := p.Results().At(i).Type()
		elem, many := held(res)
		if elem != t {
			if mentions(res, t) {
				return nil, false
			}
			continue
		}
		val, ok := g.apply(p, arg, i)
		if !ok {
			return nil, false
		}
		if many {
			out = append(out, g.r.elements(val)...)
		} else {
			out = append(out, val)
		}
	}
	return out, true
}

// apply evaluates a function that is given on all that it can be given.
func (g *givens) apply(p *types.Signature, arg ssa.Value, index int) (template.Value, bool) {
	fn, _ := g.r.target(arg)
	if fn = g.r.body(fn); fn == nil || fn.Signature.Recv() != nil {
		return template.Value{}, false
	}
	known := true
	out := g.r.Instantiate(g.r.summary(fn, index), ownerOf(fn), func(i int) (template.Value, bool) {
		val, ok := g.argument(p, i)
		known = known && ok
		return val, ok
	})
	return out, known
}

// argument joins what a function that is given can be given for parameter i.
func (g *givens) argument(p *types.Signature, i int) (template.Value, bool) {
	if i < 0 || i >= p.Params().Len() {
		return template.Value{}, false
	}
	elem, many := held(p.Params().At(i).Type())
	if elem == nil || many {
		return template.Value{}, false
	}
	vals, ok := g.of(elem)
	if !ok || len(vals) == 0 || len(vals) > template.MaxAlternatives {
		return template.Value{}, false
	}
	return template.JoinValues(vals...), true
}

// givenTo evaluates argument i of the calls of a closure that is handed to a
// generic function, or is the body of a range over an iterator:
//
//	lo.ForEach(ids, func(id string, _ int) { … })
//	for key := range maps.Keys(m) { … }
func (r *Resolver) givenTo(closure ssa.Value, call ssa.CallInstruction, i int) (template.Value, bool) {
	v, ok := call.(*ssa.Call)
	if !ok {
		return template.Value{}, false
	}
	if seq, ok := v.Call.Value.(*ssa.Call); ok && i == 0 && isSeq(seq.Type()) {
		if list := r.eval(seq); list.Kind == template.IsList {
			return template.JoinValues(r.elements(list)...), true
		}
		return template.Value{}, false
	}
	fn := calleeFunc(&v.Call)
	if fn == nil || v.Call.IsInvoke() || fn.Signature().Recv() != nil || !blind(fn.Origin().Signature()) {
		return template.Value{}, false
	}
	g := &givens{r: r, call: v, params: fn.Origin().Signature().Params()}
	for j, a := range v.Call.Args {
		if p, ok := core(g.params.At(j).Type()).(*types.Signature); ok && a == closure {
			return g.argument(p, i)
		}
	}
	return template.Value{}, false
}

// isSeq reports whether a type is iter.Seq.
func isSeq(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "iter" && n.Obj().Name() == "Seq"
}

// held returns the type parameter that a type is, points to, or has any number
// of: a slice, an iterator.
func held(t types.Type) (elem *types.TypeParam, many bool) {
	switch c := core(t).(type) {
	case *types.TypeParam:
		return c, false
	case *types.Pointer:
		elem, _ = c.Elem().(*types.TypeParam)
		return elem, false
	case *types.Slice:
		elem, _ = c.Elem().(*types.TypeParam)
		return elem, true
	case *types.Named:
		if isSeq(c) {
			elem, _ = c.TypeArgs().At(0).(*types.TypeParam)
			return elem, true
		}
	}
	return nil, false
}

// core is t; for a type parameter that stands for slices or maps only, such as
// S ~[]E, what it stands for; for a named function type its signature.
func core(t types.Type) types.Type {
	t = types.Unalias(t)
	switch x := t.(type) {
	case *types.TypeParam:
		if terms := termsOf(x); len(terms) == 1 {
			switch u := terms[0].Type().Underlying().(type) {
			case *types.Slice, *types.Map:
				return u
			}
		}
	case *types.Named:
		if sig, ok := x.Underlying().(*types.Signature); ok && (x.Obj().Pkg() == nil || x.Obj().Pkg().Path() != "iter") {
			return sig
		}
	}
	return t
}

// termsOf returns the terms of a type parameter's constraint when it has one
// union and nothing else.
func termsOf(p *types.TypeParam) []*types.Term {
	iface, ok := p.Constraint().Underlying().(*types.Interface)
	if !ok || iface.NumEmbeddeds() != 1 {
		return nil
	}
	switch e := iface.EmbeddedType(0).(type) {
	case *types.Union:
		return slices.Collect(e.Terms())
	default:
		if _, isIface := e.Underlying().(*types.Interface); !isIface {
			return []*types.Term{types.NewTerm(false, e)}
		}
	}
	return nil
}

// blind reports whether a generic function can't make values of its type
// parameters: they have no methods and are not text only, and nothing that it
// is given holds encoded or hidden values.
func blind(sig *types.Signature) bool {
	for p := range sig.TypeParams().TypeParams() {
		iface, ok := p.Constraint().Underlying().(*types.Interface)
		if !ok || iface.NumMethods() > 0 {
			return false
		}
		terms := termsOf(p)
		if len(terms) > 0 && !slices.ContainsFunc(terms, func(t *types.Term) bool { return !isTextType(t.Type()) }) {
			return false
		}
	}
	for v := range sig.Params().Variables() {
		switch t := core(v.Type()).(type) {
		case *types.Basic:
			if t.Info()&types.IsString != 0 {
				return false
			}
		case *types.Signature, *types.TypeParam, *types.Slice, *types.Map, *types.Pointer:
			if !methods.MentionsParam(t) {
				return false
			}
		case *types.Named:
			if !methods.MentionsParam(t) && !isError(t) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isTextType reports whether a type is a string, bytes or runes.
func isTextType(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0 || isBytes(t)
}

// mentions reports whether a type has the type parameter t in it, or may have.
func mentions(in types.Type, t *types.TypeParam) bool {
	switch x := types.Unalias(in).(type) {
	case *types.TypeParam:
		return x == t
	case *types.Basic:
		return false
	case *types.Named:
		for a := range x.TypeArgs().Types() {
			if mentions(a, t) {
				return true
			}
		}
		return false
	case *types.Signature:
		for _, tuple := range []*types.Tuple{x.Params(), x.Results()} {
			for v := range tuple.Variables() {
				if mentions(v.Type(), t) {
					return true
				}
			}
		}
		return false
	case *types.Map:
		return mentions(x.Key(), t) || mentions(x.Elem(), t)
	case *types.Slice:
		return mentions(x.Elem(), t)
	case *types.Pointer:
		return mentions(x.Elem(), t)
	}
	return true
}
