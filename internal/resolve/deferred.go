package resolve

import (
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A deferred function that changes a variable does so once, when its function
// returns, and not at any time as other closures may:
//
//	func key(id string) (k string) {
//		defer func() { k = strings.ToLower(k) }()
//		k = "Item:" + id
//		return
//	}
//
//	t0 = new string (k)
//	defer key$1(t0)
//	*t0 = t1
//	rundefers
//	t2 = *t0
//	return t2

// deferredCell evaluates what a place holds when at runs, when the closure that
// changes it, or the one that reads it, is deferred.
func (r *Resolver) deferredCell(p place, writes []write, at ssa.Instruction, v ssa.Value) (template.Value, bool) {
	home := p.root.Parent()
	var later []write
	for _, w := range writes {
		fn := w.instr.Parent()
		if fn == home {
			continue
		}
		if w.store == nil || w.maybe || len(w.path) != len(p.path) || fn.Parent() != home || !r.onlyDeferred(fn) || len(later) > 0 {
			return template.Value{}, false
		}
		later = append(later, w)
	}
	if at == nil || len(later) == 0 && (at.Parent().Parent() != home || !r.onlyDeferred(at.Parent())) {
		return template.Value{}, false
	}
	flow := r.placeFlow(p, v)
	if len(later) == 0 {
		return r.atReturns(flow, home)
	}
	if at.Parent() == home && runDefers(at.Block(), r.index.position(at)) == nil {
		return flow.before(at), true // not yet
	}
	w := later[0]
	if at.Parent() == home {
		out := r.evalIn(w.store.Val, w.instr.Block())
		if w.instr.Block().Index == 0 {
			return out, true
		}
		return template.JoinValues(flow.before(at), out), true
	}
	if at.Parent() != w.instr.Parent() || r.mayFollow(w.instr, at) {
		return template.Value{}, false
	}
	return r.atReturns(flow, home)
}

// atReturns is what a place holds when its function's deferred functions run.
func (r *Resolver) atReturns(flow *flow, home *ssa.Function) (template.Value, bool) {
	var before []template.Value
	for _, b := range home.Blocks {
		if run := runDefers(b, len(b.Instrs)); run != nil && b != home.Recover {
			before = append(before, flow.before(run))
		}
	}
	return template.JoinValues(before...), len(before) > 0
}

// runDefers returns the instruction before index i of a block that runs the
// deferred functions.
func runDefers(b *ssa.BasicBlock, i int) ssa.Instruction {
	for _, instr := range b.Instrs[:i] {
		if run, ok := instr.(*ssa.RunDefers); ok {
			return run
		}
	}
	return nil
}

// onlyDeferred reports whether a closure is deferred where it is made, and
// nothing else.
func (r *Resolver) onlyDeferred(fn *ssa.Function) bool {
	mc := r.index.closures[fn]
	if mc == nil || len(*mc.Referrers()) != 1 {
		return false
	}
	_, ok := (*mc.Referrers())[0].(*ssa.Defer)
	return ok
}
