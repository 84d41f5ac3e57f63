package resolve

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// calleeFunc returns the declared function or method that is called, also
// through a bound method value; nil for function values and builtins.
func calleeFunc(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	callee := c.StaticCallee()
	if callee == nil {
		return nil
	}
	fn, _ := origin(callee).Object().(*types.Func)
	return fn
}

// call evaluates result index of a call.
func (r *Resolver) call(v *ssa.Call, index int) template.Value {
	if arg, ok := r.returnedArg(v); ok && index == 0 {
		// b.add(x) returns b: what b points to when the result is used.
		for _, ref := range *v.Referrers() {
			if ref.Parent() == v.Parent() {
				return r.cell(r.placeOf(arg), ref, v)
			}
		}
	}
	c := v.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return r.builtin(v, b)
	}
	fn := calleeFunc(c)
	if fn != nil {
		if m, ok := models[fullName(fn)]; ok {
			if out, ok := m(r, v, index); ok {
				return r.named(out, v)
			}
			return r.resultHole(v, index)
		}
		if out, ok := r.methodModel(v, fn, index); ok {
			return r.named(out, v)
		}
	}
	out, ok := r.callValue(v, c, fn, index)
	if !ok || out.Any(func(h *template.Hole) bool { return notKnown(h) || h.Origin.Kind == template.Result }) {
		if out, ok := r.parametric(v, fn, index); ok {
			return out
		}
	}
	if !ok {
		return r.resultHole(v, index)
	}
	return r.told(out, v, index)
}

// callValue evaluates a call by what its callee returns.
func (r *Resolver) callValue(v *ssa.Call, c *ssa.CallCommon, fn *types.Func, index int) (template.Value, bool) {
	if c.IsInvoke() {
		return r.invoke(v, c, fn, index)
	}
	callee := c.StaticCallee()
	if callee == nil {
		callee, _ = r.target(c.Value)
	}
	if callee == nil {
		if phi, ok := c.Value.(*ssa.Phi); ok {
			return r.anyTarget(phi, v, index)
		}
		if out, ok := r.returned(c, index); ok {
			return out, true
		}
		if out, ok := r.calledParam(v, index); ok {
			return out, true
		}
		return r.keyFunction(c)
	}
	callee = origin(callee)
	if strings.HasPrefix(callee.Synthetic, "bound method") {
		return r.bound(c, callee, index)
	}
	if IsThunk(callee) {
		return r.thunk(c, callee, index)
	}
	if r.body(callee) != nil {
		out := r.summary(callee, index)
		return r.substitute(out, ownerOf(callee), v, callee), true
	}
	if fn != nil {
		if s, ok := r.facts.Returns(fn); ok && index < len(s.Results) {
			return r.Instantiate(s.Results[index], fullName(fn), func(i int) (template.Value, bool) {
				return r.argument(v, callee, i)
			}), true
		}
	}
	return template.Value{}, false
}

// argument evaluates parameter i of the callee at a call.
func (r *Resolver) argument(call ssa.CallInstruction, callee *ssa.Function, i int) (template.Value, bool) {
	c := call.Common()
	args := c.Args
	if c.IsInvoke() {
		if i == template.Recv {
			return r.eval(c.Value), true
		}
	} else if callee.Signature.Recv() != nil {
		if i == template.Recv {
			return r.evalIn(args[0], call.Block()), true
		}
		i++
	}
	if i < 0 || i >= len(args) {
		return template.Value{}, false
	}
	if _, isFunc := args[i].Type().Underlying().(*types.Signature); isFunc {
		return r.Argument(args[i]), true
	}
	return r.evalIn(args[i], call.Block()), true
}

func (r *Resolver) substitute(v template.Value, owner string, c ssa.CallInstruction, callee *ssa.Function) template.Value {
	return r.Instantiate(v, owner, func(i int) (template.Value, bool) { return r.argument(c, callee, i) })
}

func (r *Resolver) substituteInvoke(v template.Value, owner string, c ssa.CallInstruction) template.Value {
	return r.Instantiate(v, owner, func(i int) (template.Value, bool) { return r.argument(c, nil, i) })
}

// told gives a call's value the call's own expression and meaning where the
// callee's value is a hole that only means something inside the callee.
func (r *Resolver) told(v template.Value, call *ssa.Call, index int) template.Value {
	if isEnum(v) {
		out := r.resultHole(call, index)
		h, _ := out.Hole()
		h.Origin.Inputs = []template.Set{v.Text}
		h.Form = template.FormEnum
		return out
	}
	h, ok := v.Hole()
	if !ok || h.IsAnySelf() {
		return v
	}
	more := r.callEvidence(call.Common())
	switch h.Origin.Kind {
	case template.Local, template.Unk, template.Field, template.Var, template.Result:
		out := r.resultHole(call, index)
		rh, _ := out.Hole()
		c := *rh
		c.Form, c.Via = h.Form, h.Via
		if h.Origin.Kind == template.Unk && tooMuch[h.Origin.Reason] {
			c.Origin.Kind, c.Origin.Reason = template.Unk, h.Origin.Reason
		}
		if c.Unchecked == "" {
			c.Unchecked = h.Unchecked
		}
		c.Origin.Inputs = append(c.Origin.Inputs, h.Origin.Inputs...)
		for _, e := range h.Evidence {
			e.Depth++
			c.Evidence = append(c.Evidence, e)
		}
		return template.TextValue(template.HoleSet(&c))
	}
	c := h.Known()
	for _, e := range more {
		e.Depth = 1
		c = c.Known(e)
	}
	return r.named(template.TextValue(template.HoleSet(c)), call)
}

// isEnum reports whether a value is one of several plain texts: what a
// function that names the cases of a type returns. As a hole it is read, and
// counted, as one thing.
func isEnum(v template.Value) bool {
	if v.Kind != template.IsText || len(v.Text) < manyCases {
		return false
	}
	for _, t := range v.Text {
		if _, ok := t.Text(); !ok {
			return false
		}
	}
	return true
}

// resultHole is a call whose result is not known further.
func (r *Resolver) resultHole(v *ssa.Call, index int) template.Value {
	var shown ssa.Value = v
	if _, ok := v.Type().(*types.Tuple); ok {
		for _, ref := range *v.Referrers() {
			if e, ok := ref.(*ssa.Extract); ok && e.Index == index {
				shown = e
			}
		}
	}
	h := &template.Hole{Expr: r.expr(shown), Type: typeName(shown.Type()), Form: formOf(shown.Type()), Origin: template.Origin{Kind: template.Result}}
	if fn := calleeFunc(v.Common()); fn != nil {
		h.Origin.Name = fullName(fn)
	} else {
		h.Origin.Kind = template.Unk // a function value: anything
	}
	h.Origin.Reason = "comes from " + r.expr2(v)
	h.Origin.Pos = r.posn(v.Pos())
	for _, a := range v.Common().Args {
		// What an error was made from is much work, and no key's business.
		if (textual(a.Type()) || isAny(a.Type())) && len(h.Origin.Inputs) < 4 && !isError(shown.Type()) {
			h.Origin.Inputs = append(h.Origin.Inputs, r.text(a))
		}
	}
	h = h.Known(r.evidence(shown)...)
	return template.TextValue(template.HoleSet(r.optional(h, shown)))
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// isAny reports whether t is the interface that everything satisfies.
func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0 && !i.IsComparable()
}

// textual reports whether a value of type t can be a part of a key.
func textual(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Slice:
		return isBytes(t)
	case *types.Array:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}
