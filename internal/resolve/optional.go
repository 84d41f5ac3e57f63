package resolve

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A value that is tested for being empty and then left out is optional: a key
// without it says as much as a key with an empty part would.
//
//	if tenantID != "" { parts = append(parts, tenantID) }

// optional marks the hole that v is when the function that v is in tests v for
// being empty.
func (r *Resolver) optional(h *template.Hole, v ssa.Value) *template.Hole {
	fn := v.Parent()
	if fn == nil || h.Optional || !r.tested(fn)[h.Expr] {
		return h
	}
	c := *h
	c.Optional = true
	return &c
}

// tested returns the expressions that a function branches on being empty.
func (r *Resolver) tested(fn *ssa.Function) map[string]bool {
	if m, ok := r.tests[fn]; ok {
		return m
	}
	m := map[string]bool{}
	r.tests[fn] = m
	for _, b := range fn.Blocks {
		branch, ok := last(b).(*ssa.If)
		if !ok {
			continue
		}
		if x, ok := emptiness(branch.Cond); ok {
			m[r.expr(x)] = true
		}
	}
	return m
}

// emptiness returns x when a condition is x == "", x != nil, len(x) > 0 or the
// like.
func emptiness(cond ssa.Value) (ssa.Value, bool) {
	cmp, ok := cond.(*ssa.BinOp)
	if !ok {
		return nil, false
	}
	k, ok := cmp.Y.(*ssa.Const)
	if !ok {
		return nil, false
	}
	if call, ok := cmp.X.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
			return call.Call.Args[0], true
		}
	}
	if cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return nil, false
	}
	if k.Value == nil {
		return cmp.X, true
	}
	b, ok := k.Type().Underlying().(*types.Basic)
	return cmp.X, ok && b.Info()&(types.IsString|types.IsInteger) != 0 && (k.Value.ExactString() == `""` || k.Value.ExactString() == "0")
}
