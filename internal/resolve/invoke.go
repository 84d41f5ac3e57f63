package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/methods"
	"github.com/tenantkey/tenantkey/internal/template"
)

// invoke evaluates a call through an interface by its visible implementations.
func (r *Resolver) invoke(v *ssa.Call, c *ssa.CallCommon, fn *types.Func, index int) (template.Value, bool) {
	if m, ok := r.concrete(c); ok {
		if r.body(m) != nil {
			out := r.summary(m, index)
			return r.substituteInvoke(out, ownerOf(m), v), true
		}
		if obj, ok := m.Object().(*types.Func); ok {
			if s, ok := r.facts.Returns(obj); ok && index < len(s.Results) {
				return r.substituteInvoke(s.Results[index], fullName(obj), v), true
			}
		}
	}
	impls := r.implementing(fn, c.Value.Type())
	if len(impls) == 0 {
		impls = r.Implementations(fn)
	}
	if len(impls) > 0 && len(impls) <= maxImpls {
		var vals []template.Value
		for _, m := range impls {
			vals = append(vals, r.substituteInvoke(r.summary(m, index), ownerOf(m), v))
		}
		out := template.JoinValues(vals...)
		if !out.Any(notKnown) {
			return out, true
		}
		return out, len(impls) == 1
	}
	if s, ok := r.facts.Returns(fn); ok && index < len(s.Results) {
		return r.substituteInvoke(s.Results[index], fullName(fn), v), true
	}
	return template.Value{}, false
}

// notKnown reports unknown holes, which say less than the call itself.
func notKnown(h *template.Hole) bool {
	return h.Origin.Kind == template.Unk || h.Origin.Kind == template.Local
}

// concrete returns the method that an interface call reaches when the value in
// the interface is made right here.
func (r *Resolver) concrete(c *ssa.CallCommon) (*ssa.Function, bool) {
	v := c.Value
	for range maxChain {
		switch x := v.(type) {
		case *ssa.ChangeInterface:
			v = x.X
			continue
		case *ssa.MakeInterface:
			sel := r.pkg.Prog.MethodSets.MethodSet(x.X.Type()).Lookup(c.Method.Pkg(), c.Method.Name())
			if sel == nil {
				return nil, false
			}
			fn, ok := sel.Obj().(*types.Func)
			if !ok {
				return nil, false
			}
			m := r.pkg.Prog.FuncValue(fn.Origin())
			return m, m != nil
		}
		return nil, false
	}
	return nil, false
}

// Implementations returns the methods declared in this package that an
// interface method can be.
func (r *Resolver) Implementations(m *types.Func) []*ssa.Function {
	recv := m.Signature().Recv()
	if recv == nil {
		return nil
	}
	return r.implementing(m, recv.Type())
}

// implementing returns the methods declared in this package that m can be in a
// value of the interface type t: to Go, a promoted method is that of the
// interface that t embeds.
func (r *Resolver) implementing(m *types.Func, t types.Type) []*ssa.Function {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []*ssa.Function
	for _, fn := range r.index.methods[m.Name()] {
		if methods.Implement(fn.Signature.Recv().Type(), iface) {
			out = append(out, fn)
		}
	}
	return out
}
