package resolve

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A value that was tested is not empty, and a number not zero, where the test
// has said so:
//
//	b0: t1 = x != ""
//	    if t1 goto b1 else b2
//	b1: t2 = x + ":"          (x is not "" here)

// evalIn evaluates v as an instruction of block b uses it.
func (r *Resolver) evalIn(v ssa.Value, b *ssa.BasicBlock) template.Value {
	if m, ok := v.(*ssa.MakeInterface); ok { // an argument of Sprintf
		v = m.X
	}
	return r.guarded(r.eval(v), v, func(x ssa.Value) bool { return present(x, b) })
}

// evalEdge evaluates v as it comes into a block from pred; the address of a
// variable is what the variable holds there.
func (r *Resolver) evalEdge(v ssa.Value, pred, to *ssa.BasicBlock) template.Value {
	if a, ok := v.(*ssa.Alloc); ok {
		return r.cell(place{root: a}, last(pred), a)
	}
	return r.guarded(r.eval(v), v, func(x ssa.Value) bool {
		return leads(x, pred, to) || present(x, pred)
	})
}

// guarded leaves the empty text out of what v is when a test has.
func (r *Resolver) guarded(out template.Value, v ssa.Value, tested func(ssa.Value) bool) template.Value {
	if out.Kind != template.IsText {
		return out
	}
	if _, isConst := v.(*ssa.Const); isConst {
		return out
	}
	if h, isHole := out.Hole(); isHole && (h.Origin.Kind != template.Param || h.Present) {
		return out
	}
	if !tested(v) {
		return out
	}
	return eachHole(presentValue(out, zeroText(v.Type())), func(h *template.Hole) *template.Hole {
		if h.Optional {
			return h
		}
		c := *h
		c.Optional = true
		return &c
	})
}

// zeroText is what the zero value of a type is in a key.
func zeroText(t types.Type) string {
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
		return "0"
	}
	return ""
}

// presentValue is v without the zero value's text; a parameter that is v
// remembers it for what callers put there.
func presentValue(v template.Value, zero string) template.Value {
	if v.Kind != template.IsText {
		return v
	}
	h, ok := v.Hole()
	if !ok || h.Origin.Kind != template.Param || h.Present {
		return template.TextValue(v.Text.Without(zero))
	}
	c := *h
	c.Present = true
	return template.TextValue(template.HoleSet(&c))
}

// present reports whether every way to block b has found that x is not empty,
// or not zero.
func present(x ssa.Value, b *ssa.BasicBlock) bool {
	for range maxGuards {
		d := b.Idom()
		if d == nil {
			return false
		}
		if len(b.Preds) == 1 && leads(x, d, b) {
			return true
		}
		b = d
	}
	return false
}

// leads reports whether control goes from block b to next only when x is not
// empty.
func leads(x ssa.Value, b, next *ssa.BasicBlock) bool {
	branch, ok := last(b).(*ssa.If)
	if !ok || b.Succs[0] == b.Succs[1] {
		return false
	}
	tested, sense, ok := nonEmpty(branch.Cond)
	if !ok || tested != x {
		return false
	}
	return sense && b.Succs[0] == next || !sense && b.Succs[1] == next
}

// nonEmpty reads a condition as a test of text or a list for being empty, or of
// a number for being zero: x is not when the condition is sense.
func nonEmpty(cond ssa.Value) (x ssa.Value, sense, ok bool) {
	cmp, isBin := cond.(*ssa.BinOp)
	if !isBin {
		return nil, false, false
	}
	k, isConst := cmp.Y.(*ssa.Const)
	if !isConst || k.Value == nil {
		return nil, false, false
	}
	if k.Value.Kind() == constant.String {
		empty := constant.StringVal(k.Value) == ""
		return cmp.X, cmp.Op == token.NEQ || cmp.Op == token.GTR, empty && (cmp.Op == token.NEQ || cmp.Op == token.EQL || cmp.Op == token.GTR)
	}
	n, exact := constant.Int64Val(constant.ToInt(k.Value))
	if !exact || zeroText(cmp.X.Type()) == "" {
		return nil, false, false
	}
	x = cmp.X
	if call, isCall := x.(*ssa.Call); isCall {
		if b, isBuiltin := call.Call.Value.(*ssa.Builtin); isBuiltin && b.Name() == "len" {
			x = call.Call.Args[0]
		}
	}
	switch cmp.Op {
	case token.NEQ:
		return x, n == 0, true
	case token.EQL: // len(x) == 8 says it too
		return x, n != 0, true
	case token.GTR:
		return x, true, n >= 0
	case token.GEQ:
		return x, true, n >= 1
	case token.LSS:
		return x, false, n >= 1
	case token.LEQ:
		return x, false, n >= 0
	}
	return nil, false, false
}
