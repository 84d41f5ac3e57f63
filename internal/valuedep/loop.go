package valuedep

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// inLoop reports whether the sink is run for each element of the loop.
func (a *Analysis) inLoop(d *Dep, s *Sink) bool {
	in := s.Instr
	if d.Index < 0 { // the body of a range over a function
		for f := in.Parent(); f != nil; f = f.Parent() {
			if f == d.Fn {
				return true
			}
		}
		return false
	}
	b := a.blockIn(in, d.Fn)
	if b == nil || d.Index >= len(d.Fn.Blocks) {
		return false
	}
	head := d.Fn.Blocks[d.Index]
	return head.Dominates(b) && a.reachable(b).has(head)
}

// blockIn returns the block of fn that an instruction stands in, or where the
// literal around it is made.
func (a *Analysis) blockIn(in ssa.Instruction, fn *ssa.Function) *ssa.BasicBlock {
	for f := in.Parent(); f != nil; f = f.Parent() {
		if f == fn {
			return in.Block()
		}
		made := ssa.Instruction(nil)
		if f.Parent() != nil {
			for _, b := range f.Parent().Blocks {
				for _, x := range b.Instrs {
					if mc, ok := x.(*ssa.MakeClosure); ok && mc.Fn == f {
						made = x
					}
				}
			}
		}
		if made == nil {
			return nil
		}
		in = made
	}
	return nil
}

// picked reports whether the loop only looks for one element: the sink stands
// behind a comparison of the element, or the loop ends with it.
func (a *Analysis) picked(d *Dep, s *Sink) bool {
	b := a.blockIn(s.Instr, d.Fn)
	if b == nil || d.Index < 0 {
		return false
	}
	head := d.Fn.Blocks[d.Index]
	for p := b; p != nil && p != head; p = p.Idom() {
		if p != b && len(p.Instrs) > 0 {
			if br, ok := last(p).(*ssa.If); ok && !isErrorCheck(br.Cond) && a.compares(br.Cond, d) {
				return true
			}
		}
	}
	for _, succ := range b.Succs {
		if succ == head || a.reachable(succ).has(head) {
			return false
		}
	}
	return true
}

// compares reports whether a condition looks at the element of a loop.
func (a *Analysis) compares(cond ssa.Value, d *Dep) bool {
	switch cond := cond.(type) {
	case *ssa.BinOp:
		if cond.Op != token.EQL && cond.Op != token.NEQ {
			return false
		}
	case *ssa.Call, *ssa.UnOp:
	default:
		return false
	}
	w := a.newWalk()
	w.value(cond, "", from{})
	return slices.ContainsFunc(w.deps.List, func(e *Dep) bool { return e.Root == d.Root })
}
