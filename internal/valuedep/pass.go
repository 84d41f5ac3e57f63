package valuedep

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// pass adds a dependency that means the same in the caller as in the callee.
func (w *walk) pass(d *Dep, c from) {
	if d.Kind == Element {
		return // a loop of the callee's own
	}
	e := *d
	e.Via |= c.via
	e.Whole = false // of the callee's result, not of what is made of that
	if w.front != nil && (w.front.covers(&e, rootType(&e)) || w.a.isNoise(&e)) || w.deps.merge(&e) {
		return // most are there already: only a new one needs its way
	}
	e.Way = append(append([]Step(nil), c.way...), d.Way...)
	w.deps.add(&e)
}

// rootType is the type of what an input is a part of. What is read through an
// interface may be a message as well as a thing, which its id decides.
func rootType(d *Dep) types.Type {
	if d.Kind != Param || d.Fn == nil {
		return d.Type
	}
	for _, p := range d.Fn.Params {
		if paramIndex(p) == d.Index && !types.IsInterface(p.Type()) {
			return p.Type()
		}
	}
	return d.Type
}

// passFrom is pass for what a callee takes from a context. A call that is given
// nothing but the context is what a reader knows the value by.
func (w *walk) passFrom(d *Dep, call ssa.CallInstruction, c from) {
	if w.putBefore(call, d, c) {
		return
	}
	e := *d
	if v, ok := call.(*ssa.Call); ok && d.Kind == Context && onlyContexts(call.Common()) {
		e.Expr = w.a.source(v)
		if t := resultType(v.Common(), 0); t != nil && locate(t, d.Path).typ != nil {
			e.Expr = exprOf(e.Expr, d.Path)
		}
		e.Pos = call.Pos()
		e.Evidence = append(hintEvidence(e.Expr), d.Evidence...)
	}
	if !e.Pos.IsValid() {
		e.Pos = call.Pos()
	}
	w.pass(&e, c)
}

func onlyContexts(com *ssa.CallCommon) bool {
	args := callArgs(com)
	for _, arg := range args {
		if !isContext(arg.Type()) && !isRequest(arg.Type()) && !isConstant(arg) {
			return false
		}
	}
	return len(args) > 0
}
