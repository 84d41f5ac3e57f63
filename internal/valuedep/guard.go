package valuedep

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// guards returns the inputs that fn compares with what it found under a key: a
// hit that is another tenant's is then not served.
func (a *Analysis) guards(fn *ssa.Function) []*Dep {
	if ds, ok := a.guarded[fn]; ok {
		return ds
	}
	a.guarded[fn] = nil // for recursion
	w := a.newWalk()
	for _, g := range a.getsOf(fn) {
		found, ok := g.instr.(ssa.Value)
		if !ok {
			continue
		}
		a.each(fn, func(in ssa.Instruction) {
			if br, ok := in.(*ssa.If); ok {
				for _, v := range a.compared(br.Cond, found) {
					w.value(v, "", from{use: in})
				}
			}
		})
		call, ok := g.instr.(ssa.CallInstruction)
		if !ok || g.depth == 0 {
			continue
		}
		if callee := a.body(call.Common().StaticCallee()); callee != nil {
			for _, d := range a.guards(callee) {
				w.bind(d, call, from{use: call})
			}
		}
	}
	a.guarded[fn] = w.deps.List
	return w.deps.List
}

// isGuarded reports whether fn compares the input d with what it found.
func (a *Analysis) isGuarded(fn *ssa.Function, d *Dep) bool {
	return slices.ContainsFunc(a.guards(fn), func(e *Dep) bool { return e.Atom == d.Atom && !e.Called })
}

// compared returns what a condition compares found, or a part of it, with.
func (a *Analysis) compared(cond, found ssa.Value) []ssa.Value {
	var sides []ssa.Value
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return a.compared(c.X, found)
		}
		return nil
	case *ssa.BinOp:
		if c.Op != token.EQL && c.Op != token.NEQ {
			return nil
		}
		sides = []ssa.Value{c.X, c.Y}
	case *ssa.Call:
		if b, ok := c.Type().Underlying().(*types.Basic); !ok || b.Kind() != types.Bool || c == found {
			return nil
		}
		sides = callArgs(c.Common())
	default:
		return nil
	}
	var others []ssa.Value
	for _, v := range sides {
		if !a.comesFrom(v, found, map[ssa.Value]bool{}) {
			others = append(others, v)
		}
	}
	if len(others) == len(sides) {
		return nil
	}
	return others
}

// comesFrom reports whether v is found, a part of it, or decoded from it.
func (a *Analysis) comesFrom(v, found ssa.Value, seen map[ssa.Value]bool) bool {
	if v == found {
		return true
	}
	if seen[v] || len(seen) > maxConds {
		return false
	}
	seen[v] = true
	next := func(x ssa.Value) bool { return a.comesFrom(x, found, seen) }
	switch v := v.(type) {
	case *ssa.FreeVar:
		return slices.ContainsFunc(a.bindings[v], next)
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, next)
	case *ssa.Call:
		return slices.ContainsFunc(callArgs(v.Common()), next)
	case *ssa.Alloc:
		return a.filledFrom(v, v, found, next)
	case *ssa.Parameter, *ssa.Global, *ssa.Const, *ssa.Function, *ssa.Builtin, *ssa.MakeClosure, *ssa.BinOp:
		return false
	case ssa.Instruction:
		var ops []*ssa.Value
		for _, op := range v.Operands(ops) {
			if *op != nil && next(*op) {
				return true
			}
		}
	}
	return false
}

// filledFrom reports whether a variable is set to what next accepts, or filled
// by the look-up found or by a call that gets what next accepts.
func (a *Analysis) filledFrom(al *ssa.Alloc, ref, found ssa.Value, next func(ssa.Value) bool) bool {
	for _, r := range *ref.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr == ref && next(r.Val) {
				return true
			}
		case *ssa.MakeInterface:
			if a.filledFrom(al, r, found, next) {
				return true
			}
		case *ssa.Call:
			if r == found || slices.ContainsFunc(r.Call.Args, func(v ssa.Value) bool { return v != ref && v != ssa.Value(al) && next(v) }) {
				return true
			}
		}
	}
	return false
}
