package resolve

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A ranged is a range statement: what it ranges over as it is written, and its
// variables.
type ranged struct {
	over, key, value string
	pos              token.Pos
}

// rangeName returns the variable of a range loop that v is: the element of a
// slice at the loop's own index, the key or value of a map, what a channel
// gives, the parameter of the body of a range over a function.
func (r *Resolver) rangeName(v ssa.Value) string {
	fn := v.Parent()
	switch v := v.(type) {
	case *ssa.Extract:
		if next, ok := v.Tuple.(*ssa.Next); ok {
			if rng, ok := next.Iter.(*ssa.Range); ok {
				return r.rangeAt(fn, rng.Pos(), v.Index == 2)
			}
		}
		if recv, ok := v.Tuple.(*ssa.UnOp); ok && v.Index == 0 {
			return r.rangeName(recv)
		}
	case *ssa.UnOp:
		if v.Op == token.ARROW {
			return r.rangeAt(fn, v.Pos(), false)
		}
		if ia, ok := v.X.(*ssa.IndexAddr); ok && rangeIndex(ia.Index) {
			over := r.expr(ia.X)
			for _, rg := range r.namesOf(fn).ranges {
				if rg.over == over {
					return rg.value
				}
			}
		}
	case *ssa.Phi:
		if v.Comment == "rangeint.iter" {
			return r.counted(v)
		}
	case *ssa.BinOp:
		if rangeIndex(v) {
			return r.counted(v.X.(*ssa.Phi))
		}
	case *ssa.Parameter:
		if rs, ok := fn.Syntax().(*ast.RangeStmt); ok && len(fn.Params) > 0 {
			if v == fn.Params[0] {
				return identName(rs.Key)
			}
			return identName(rs.Value)
		}
	}
	return ""
}

// counted returns the variable of the range over an integer or list whose
// counter, a value without a position, is phi: the counters of a function stand
// in the order of its loops.
func (r *Resolver) counted(phi *ssa.Phi) string {
	iterated := map[token.Pos]bool{} // over maps, text and channels
	for _, b := range phi.Parent().Blocks {
		for _, instr := range b.Instrs {
			switch instr.(type) {
			case *ssa.Range, *ssa.UnOp:
				iterated[instr.Pos()] = true
			}
		}
	}
	var ranges []ranged
	for _, rg := range r.namesOf(phi.Parent()).ranges {
		if !iterated[rg.pos] {
			ranges = append(ranges, rg)
		}
	}
	var counters []*ssa.Phi
	for _, b := range phi.Parent().Blocks {
		for _, instr := range b.Instrs {
			if p, ok := instr.(*ssa.Phi); ok && (p.Comment == "rangeint.iter" || p.Comment == "rangeindex") {
				counters = append(counters, p)
			}
		}
	}
	if i := slices.Index(counters, phi); i >= 0 && len(counters) == len(ranges) {
		return ranges[i].key
	}
	return ""
}

func (r *Resolver) rangeAt(fn *ssa.Function, pos token.Pos, value bool) string {
	for _, rg := range r.namesOf(fn).ranges {
		if rg.pos == pos && pos.IsValid() {
			if value {
				return rg.value
			}
			return rg.key
		}
	}
	return ""
}

// rangeIndex reports whether an index is the counter of a range loop.
func rangeIndex(v ssa.Value) bool {
	b, ok := v.(*ssa.BinOp)
	if !ok {
		return false
	}
	p, ok := b.X.(*ssa.Phi)
	return ok && p.Comment == "rangeindex"
}
