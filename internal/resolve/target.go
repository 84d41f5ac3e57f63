package resolve

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// bound evaluates a call of a method value: f := s.key; f(id).
func (r *Resolver) bound(c *ssa.CallCommon, callee *ssa.Function, index int) (template.Value, bool) {
	mc, ok := c.Value.(*ssa.MakeClosure)
	fn, isFunc := callee.Object().(*types.Func)
	if !ok || !isFunc {
		return template.Value{}, false
	}
	method := r.body(r.pkg.Prog.FuncValue(fn.Origin()))
	if method == nil {
		return template.Value{}, false
	}
	return r.Instantiate(r.summary(method, index), ownerOf(method), func(i int) (template.Value, bool) {
		if i == template.Recv {
			return r.eval(mc.Bindings[0]), true
		}
		if i < len(c.Args) {
			return r.eval(c.Args[i]), true
		}
		return template.Value{}, false
	}), true
}

// IsThunk reports whether fn is a method as a function of its receiver:
// (*T).Get, called with the receiver as first argument.
func IsThunk(fn *ssa.Function) bool { return strings.HasPrefix(fn.Synthetic, "thunk") }

// thunk evaluates a call of a method expression: T.key(t, id).
func (r *Resolver) thunk(c *ssa.CallCommon, callee *ssa.Function, index int) (template.Value, bool) {
	fn, ok := callee.Object().(*types.Func)
	if !ok {
		return template.Value{}, false
	}
	method := r.body(r.pkg.Prog.FuncValue(fn.Origin()))
	if method == nil {
		return template.Value{}, false
	}
	return r.Instantiate(r.summary(method, index), ownerOf(method), func(i int) (template.Value, bool) {
		if i+1 < len(c.Args) {
			return r.eval(c.Args[i+1]), true
		}
		return template.Value{}, false
	}), true
}

// returned evaluates a call of a function that another function returned:
// keyOf := keyMaker(tenantID); keyOf(id).
func (r *Resolver) returned(c *ssa.CallCommon, index int) (template.Value, bool) {
	maker, ok := c.Value.(*ssa.Call)
	if !ok {
		return template.Value{}, false
	}
	outer := r.body(maker.Common().StaticCallee())
	if outer == nil {
		return template.Value{}, false
	}
	var inner *ssa.Function
	for _, b := range outer.Blocks {
		ret, ok := last(b).(*ssa.Return)
		if !ok {
			continue
		}
		fn, ok := r.target(ret.Results[0])
		if !ok || inner != nil && fn != inner {
			return template.Value{}, false
		}
		inner = fn
	}
	if inner == nil || inner.Blocks == nil {
		return template.Value{}, false
	}
	out := r.Instantiate(r.summary(inner, index), ownerOf(inner), func(i int) (template.Value, bool) {
		if i >= 0 && i < len(c.Args) {
			return r.eval(c.Args[i]), true
		}
		return template.Value{}, false
	})
	return r.substitute(out, ownerOf(outer), maker, outer), true
}

// target returns the one function that a function value can be: a closure, a
// named function, a variable or field that is set once.
func (r *Resolver) target(v ssa.Value) (*ssa.Function, bool) {
	for range maxChain {
		switch x := v.(type) {
		case *ssa.Function:
			return x, true
		case *ssa.MakeClosure:
			f, ok := x.Fn.(*ssa.Function)
			return f, ok
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.FreeVar:
			b := r.binding(x)
			if b == nil {
				return nil, false
			}
			v = b
		case *ssa.UnOp:
			switch a := x.X.(type) {
			case *ssa.FieldAddr:
				st := r.index.fields[fieldOf(a.X.Type(), a.Field)]
				if len(st) != 1 {
					return nil, false
				}
				v = st[0].Val
			case *ssa.Global:
				st := r.index.globals[a]
				if len(st) != 1 {
					return nil, false
				}
				v = st[0].Val
			default:
				w, ok := r.onlyStore(x)
				if !ok {
					return nil, false
				}
				v = w
			}
		default:
			return nil, false
		}
	}
	return nil, false
}

// keyFunction evaluates a call of a function in a field that is named for the
// keys it makes, of its one argument. What it does is for whoever made the
// object to say; it is read as a conversion, which keeps what it is given.
//
//	type Cache[K comparable] struct { encodeKey func(K) string }
//	c.rdb.Get(ctx, c.encodeKey(key))
func (r *Resolver) keyFunction(c *ssa.CallCommon) (template.Value, bool) {
	u, ok := c.Value.(*ssa.UnOp)
	if !ok || len(c.Args) != 1 || c.Signature().Results().Len() != 1 || !textual(c.Signature().Results().At(0).Type()) {
		return template.Value{}, false
	}
	fa, ok := u.X.(*ssa.FieldAddr)
	if !ok || !strings.Contains(strings.ToLower(fieldLabel(fa.X.Type(), fa.Field)), "key") {
		return template.Value{}, false
	}
	in := r.KeyText(r.eval(c.Args[0]), c.Args[0].Type())
	return template.TextValue(applyStep(template.Step{Func: r.expr(fa)}, template.FormText, in)), true
}

// anyTarget evaluates a call of a variable that holds one of several functions.
//
//	build := keyOfUser
//	if forTeam { build = keyOfTeam }
//	build(id)
func (r *Resolver) anyTarget(phi *ssa.Phi, v *ssa.Call, index int) (template.Value, bool) {
	if len(phi.Edges) > maxImpls {
		return template.Value{}, false
	}
	var vals []template.Value
	for _, e := range phi.Edges {
		fn, ok := r.target(e)
		if !ok || fn.Signature.Recv() != nil {
			return template.Value{}, false
		}
		out, ok := r.calling(fn, v, index)
		if !ok {
			return template.Value{}, false
		}
		vals = append(vals, out)
	}
	return template.JoinValues(vals...), true
}

// calling evaluates a call by what a function returns, that can be called.
func (r *Resolver) calling(fn *ssa.Function, v *ssa.Call, index int) (template.Value, bool) {
	if fn := r.body(fn); fn != nil && fn.Synthetic == "" {
		return r.substitute(r.summary(fn, index), ownerOf(fn), v, fn), true
	}
	fn = origin(fn)
	if obj, ok := fn.Object().(*types.Func); ok {
		if s, ok := r.facts.Returns(obj); ok && index < len(s.Results) {
			return r.substitute(s.Results[index], fullName(obj), v, fn), true
		}
	}
	return template.Value{}, false
}

// Target returns the one function of this package that a function value can be.
func (r *Resolver) Target(v ssa.Value) (*ssa.Function, bool) { return r.target(v) }

// Maker returns the call that made the value that v is: the initialisation of
// a variable, or the call itself.
func (r *Resolver) Maker(v ssa.Value) (*ssa.Call, bool) {
	for range maxChain {
		switch x := v.(type) {
		case *ssa.Call:
			return x, true
		case *ssa.UnOp:
			if g, ok := x.X.(*ssa.Global); ok && len(r.index.globals[g]) == 1 {
				v = r.index.globals[g][0].Val
				continue
			}
			if val, ok := r.onlyStore(x); ok {
				v = val
				continue
			}
		}
		return nil, false
	}
	return nil, false
}
