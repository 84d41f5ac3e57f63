package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// https://pkg.go.dev/context#Context
func init() {
	register(map[string]model{"(context.Context).Value": contextValue})
}

// contextValue is ctx.Value(k) where the context was given a value for k in
// sight:
//
//	t0 = context.WithValue(ctx, k, v)
//	t1 = invoke t0.Value(k)
func contextValue(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	key := unwrapped(v.Call.Args[0])
	ctx := v.Call.Value
	for range maxImpls {
		call, ok := ctx.(*ssa.Call)
		if !ok {
			break
		}
		fn := calleeFunc(call.Common())
		if fn == nil || fullName(fn) != "context.WithValue" {
			break
		}
		if sameKey(key, unwrapped(call.Call.Args[1])) {
			return r.eval(call.Call.Args[2]), true
		}
		ctx = call.Call.Args[0]
	}
	return r.contextPut(key)
}

// contextPut is what the package puts into contexts under a key that no other
// package can name: its type is declared here and not exported.
func (r *Resolver) contextPut(key ssa.Value) (template.Value, bool) {
	named, ok := types.Unalias(key.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() != r.pkg.Pkg || named.Obj().Exported() {
		return template.Value{}, false
	}
	var vals []template.Value
	for _, put := range r.index.contexts {
		if !sameKey(key, unwrapped(put.Call.Args[1])) {
			continue
		}
		v, ok := r.foreign(r.eval(put.Call.Args[2]), put.Parent())
		if !ok || v.Kind != template.IsText || !hasText(v.Text) {
			return template.Value{}, false // a value of its own, as the tenant is
		}
		vals = append(vals, v)
	}
	return template.JoinValues(vals...), len(vals) > 0 && len(vals) <= maxImpls
}

func unwrapped(v ssa.Value) ssa.Value {
	for {
		m, ok := v.(*ssa.MakeInterface)
		if !ok {
			return v
		}
		v = m.X
	}
}

// sameKey reports whether two context keys are surely the same: constants of
// one type, values of an empty struct type, one package-level variable.
func sameKey(a, b ssa.Value) bool {
	if !types.Identical(a.Type(), b.Type()) {
		return false
	}
	if s, ok := a.Type().Underlying().(*types.Struct); ok && s.NumFields() == 0 {
		return true
	}
	if x, ok := a.(*ssa.Const); ok {
		y, ok := b.(*ssa.Const)
		return ok && constantText(x) == constantText(y)
	}
	x, okX := a.(*ssa.UnOp)
	y, okY := b.(*ssa.UnOp)
	return okX && okY && x.X == y.X
}
