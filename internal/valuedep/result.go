package valuedep

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// resultsOf returns what the path of result i of fn depends on, in terms of
// fn's parameters. It is not ok while it is being worked out: a recursive call
// counts as one that can't be looked into. With errors the result is an error
// that counts as a value.
func (a *Analysis) resultsOf(fn *ssa.Function, i int, path string, errors bool) (deps *Deps, ok bool) {
	k := resultKey{fn, i, path, errors}
	if d := a.results[k]; d != nil {
		return d, true
	}
	if a.busy[k] {
		return nil, false
	}
	if all := (resultKey{fn, i, "", errors}); path != "" {
		if a.resultParts[all] >= maxParts {
			return a.resultsOf(fn, i, "", errors)
		}
		a.resultParts[all]++
	}
	a.busy[k] = true
	defer delete(a.busy, k)
	w := a.newWalk()
	w.errs = errors
	w.returns(fn, i, path)
	w.deps.computed = w.computed
	a.results[k] = &w.deps
	return &w.deps, true
}

// outsOf returns what fn writes into the memory that parameter i (the receiver
// counted) leads to.
func (a *Analysis) outsOf(fn *ssa.Function, i int, path string) *Deps {
	k := outKey{fn, i, path}
	if d := a.outs[k]; d != nil {
		return d
	}
	if a.outsBusy[k] {
		return &Deps{} // a recursive call writes what the others do
	}
	if all := (outKey{fn, i, ""}); path != "" {
		if a.outParts[all] >= maxParts {
			return a.outsOf(fn, i, "")
		}
		a.outParts[all]++
	}
	a.outsBusy[k] = true
	defer delete(a.outsBusy, k)
	w := a.newWalk()
	s := &writeScan{w: w, root: fn.Params[i], seen: map[writeKey]bool{}}
	s.from(fn.Params[i], path)
	a.outs[k] = &w.deps
	return &w.deps
}

// outs adds what a called function writes into its parameter i.
func (w *walk) outs(fn *ssa.Function, i int, path string, call ssa.CallInstruction, c from) {
	if !w.enter() {
		return
	}
	outs := w.a.outsOf(fn, i, path)
	w.a.leave()
	w.deps.cut = w.deps.cut || outs.cut
	w.substitute(outs.List, fn, call, c)
}

// enter is the analysis's, where nothing stands for a function that is not
// looked into.
func (w *walk) enter() bool {
	ok := w.a.enter()
	w.deps.cut = w.deps.cut || !ok
	return ok
}

// returns adds what the results of fn depend on: what is returned, and what
// chooses between the ways to return.
func (w *walk) returns(fn *ssa.Function, i int, path string) {
	rets := returnsOf(fn)
	var good []*ssa.BasicBlock
	w.alternatives(len(rets), func(n int) {
		r := rets[n]
		if i >= len(r.Results) {
			return
		}
		w.value(r.Results[i], path, from{use: r, pos: r.Pos()})
		if w.errs || !isFailure(r) {
			good = append(good, r.Block())
			return
		}
		w.deps.fresh = true // there is no value
	})
	if len(good) < 2 {
		return
	}
	conds, cut := w.a.branches(fn, good, w.errs)
	w.deps.cut = w.deps.cut || cut
	for _, cond := range conds {
		w.value(cond, "", from{via: Cond, pos: w.a.condPos(cond, fn.Pos())})
	}
}

func returnsOf(fn *ssa.Function) []*ssa.Return {
	var rets []*ssa.Return
	for _, b := range fn.Blocks {
		if len(b.Instrs) == 0 {
			continue
		}
		if r, ok := last(b).(*ssa.Return); ok {
			rets = append(rets, r)
		}
	}
	return rets
}

// isFailure reports whether a return gives up: an error, and no value.
func isFailure(r *ssa.Return) bool {
	n := len(r.Results)
	if n < 2 {
		return false
	}
	end := r.Results[n-1]
	if b, ok := end.Type().Underlying().(*types.Basic); ok && b.Kind() == types.Bool {
		c, ok := end.(*ssa.Const)
		return ok && c.Value != nil && c.Value.String() == "false" && allZero(r.Results[:n-1])
	}
	return isError(end.Type()) && !isNil(end) && allZero(r.Results[:n-1])
}

func allZero(vs []ssa.Value) bool {
	for _, v := range vs {
		if !isZero(v) {
			return false
		}
	}
	return true
}

// branches returns the conditions that decide which of several returns is
// reached. raw keeps checks of errors.
func (a *Analysis) branches(fn *ssa.Function, rets []*ssa.BasicBlock, raw bool) (conds []ssa.Value, cut bool) {
	index := map[*ssa.BasicBlock]int{}
	for i, b := range rets {
		index[b] = i
	}
	n := 0
	for _, b := range fn.Blocks {
		br, isIf := last(b).(*ssa.If)
		if !isIf {
			continue
		}
		if n++; n > maxConds {
			return conds, true
		}
		cond, ok := condition(b)
		if raw {
			cond, ok = br.Cond, true
		}
		if !ok || loopHead(b) {
			continue
		}
		x, y := arrive(b, b.Succs[0], index), arrive(b, b.Succs[1], index)
		if len(x) > 0 && len(y) > 0 && !sameSet(x, y) {
			conds = append(conds, cond)
		}
	}
	return conds, false
}

func loopHead(b *ssa.BasicBlock) bool {
	for _, p := range b.Preds {
		if b.Dominates(p) {
			return true
		}
	}
	return false
}

// arrive returns which of the blocks are reached when the branch at b goes to
// first.
func arrive(b, first *ssa.BasicBlock, index map[*ssa.BasicBlock]int) map[int]bool {
	got := map[int]bool{}
	seen := map[*ssa.BasicBlock]bool{b: true}
	todo := []*ssa.BasicBlock{first}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[n] {
			continue
		}
		seen[n] = true
		if i, ok := index[n]; ok {
			got[i] = true
		}
		todo = append(todo, n.Succs...)
	}
	return got
}

// outcome adds what the results of a loader depend on. When its values are
// constants, what it tells is whether there was an error.
func (w *walk) outcome(fn *ssa.Function, fv funcValue, c from) {
	rets := returnsOf(fn)
	n := fn.Signature.Results().Len()
	constant := n > 0 && isError(fn.Signature.Results().At(n-1).Type())
	for _, r := range rets {
		if !allZero(r.Results[:max(0, n-1)]) {
			constant = false
		}
	}
	first, end := 0, n
	if constant {
		first = n - 1
	}
	for i := first; i < end; i++ {
		if t := fn.Signature.Results().At(i).Type(); isError(t) && !constant {
			continue
		}
		if deps, ok := w.a.resultsOf(fn, i, "", constant); ok {
			w.also(deps)
			w.substituteBound(deps.List, fn, fv, nil, c)
		}
	}
}
