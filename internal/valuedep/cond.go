package valuedep

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// reaches reports whether the instruction a can run before b, both being in
// one function.
func (a *Analysis) reaches(x, y ssa.Instruction) bool {
	bx, by := x.Block(), y.Block()
	if bx == nil || by == nil {
		return true
	}
	if bx == by {
		for _, in := range bx.Instrs {
			if in == x {
				return true
			}
			if in == y {
				break
			}
		}
	}
	return a.reachable(bx).has(by)
}

// reachable returns the blocks that can run after b.
func (a *Analysis) reachable(b *ssa.BasicBlock) blockSet {
	if r, ok := a.reach[b]; ok {
		return r
	}
	r := newBlockSet(b)
	todo := append([]*ssa.BasicBlock(nil), b.Succs...)
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !r.has(n) {
			r.add(n)
			todo = append(todo, n.Succs...)
		}
	}
	a.reach[b] = r
	return r
}

// A choice is conditions, and whether a bound was hit in looking for them.
type choice struct {
	conds []ssa.Value
	cut   bool
}

// choices returns the conditions that decide by which edge the block b is
// entered. The head of a loop has none: its condition is how often, not which.
func (a *Analysis) choices(b *ssa.BasicBlock) (conds []ssa.Value, cut bool) {
	c, ok := a.chosen[b]
	if !ok {
		c.conds, c.cut = choicesAt(b)
		a.chosen[b] = c
	}
	return c.conds, c.cut
}

func choicesAt(b *ssa.BasicBlock) (conds []ssa.Value, cut bool) {
	top := b.Idom()
	if top == nil {
		return nil, false
	}
	for _, p := range b.Preds {
		if b.Dominates(p) {
			return nil, false
		}
	}
	arms := func(from *ssa.BasicBlock, first *ssa.BasicBlock) map[int]bool {
		return edgesInto(b, from, first)
	}
	from, cut := between(top, b)
	for _, c := range from {
		cond, ok := condition(c)
		if !ok {
			continue
		}
		x, y := arms(c, c.Succs[0]), arms(c, c.Succs[1])
		if len(x) > 0 && len(y) > 0 && !sameSet(x, y) {
			conds = append(conds, cond)
		}
	}
	return conds, cut
}

// between returns the blocks from which b is entered, back to top.
func between(top, b *ssa.BasicBlock) (out []*ssa.BasicBlock, cut bool) {
	seen := map[*ssa.BasicBlock]bool{top: true}
	out = []*ssa.BasicBlock{top}
	todo := append([]*ssa.BasicBlock(nil), b.Preds...)
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[n] || n == b {
			continue
		}
		if len(out) >= maxConds {
			return out, true
		}
		seen[n] = true
		out = append(out, n)
		todo = append(todo, n.Preds...)
	}
	return out, false
}

// edgesInto returns by which of its edges b is entered, after the branch at
// from took the way to first.
func edgesInto(b, from, first *ssa.BasicBlock) map[int]bool {
	edges := map[int]bool{}
	seen := newBlockSet(b)
	seen.add(from)
	enter := func(pred *ssa.BasicBlock) {
		for i, p := range b.Preds {
			if p == pred {
				edges[i] = true
			}
		}
	}
	if first == b {
		enter(from)
		return edges
	}
	todo := []*ssa.BasicBlock{first}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen.has(n) {
			continue
		}
		seen.add(n)
		for _, s := range n.Succs {
			if s == b {
				enter(n)
			} else {
				todo = append(todo, s)
			}
		}
	}
	return edges
}

func sameSet[K comparable](x, y map[K]bool) bool {
	if len(x) != len(y) {
		return false
	}
	for k := range x {
		if !y[k] {
			return false
		}
	}
	return true
}

// condition returns what the block b branches on, when it can choose a value:
// checks of errors, of ok and of nil only say whether there is one.
func condition(b *ssa.BasicBlock) (ssa.Value, bool) {
	br, ok := last(b).(*ssa.If)
	if !ok || isErrorCheck(br.Cond) {
		return nil, false
	}
	if _, isConst := br.Cond.(*ssa.Const); isConst {
		return nil, false
	}
	return br.Cond, true
}

func isErrorCheck(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.BinOp:
		return isNil(v.X) || isNil(v.Y) || isError(v.X.Type()) || isError(v.Y.Type()) || isLength(v.X, v.Y)
	case *ssa.UnOp:
		return v.Op == token.NOT && isErrorCheck(v.X)
	case *ssa.Extract:
		b, ok := v.Type().Underlying().(*types.Basic)
		if !ok || b.Kind() != types.Bool || v.Index == 0 {
			return false
		}
		return true
	case *ssa.Call:
		for _, arg := range v.Call.Args {
			if isError(arg.Type()) {
				return true // errors.Is, os.IsNotExist, isRetryable
			}
		}
	}
	return false
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// isLength reports whether one side is a length and the other the constant 0:
// the check whether there is anything.
func isLength(x, y ssa.Value) bool {
	call, ok := x.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	if !ok || b.Name() != "len" {
		return false
	}
	c, ok := y.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Int
}

// selects returns the conditions that decide whether the block at is run
// before use: those of a value that is only sometimes written.
func (a *Analysis) selects(at, use *ssa.BasicBlock) (conds []ssa.Value, cut bool) {
	if at == nil || use == nil || at.Parent() != use.Parent() || at.Dominates(use) {
		return nil, false
	}
	n := 0
	for b := at.Idom(); b != nil; b = b.Idom() {
		if n++; n > maxConds {
			return conds, true
		}
		cond, ok := condition(b)
		if !ok {
			continue
		}
		x, y := a.meets(b, b.Succs[0], at, use), a.meets(b, b.Succs[1], at, use)
		if x.at != y.at && (x.use || x.at) && (y.use || y.at) {
			conds = append(conds, cond)
		}
		if b.Dominates(use) && b.Dominates(at) && x.at != y.at {
			break
		}
	}
	return conds, false
}

type meeting struct{ at, use bool }

// A meetKey is a branch and the block that it goes to.
type meetKey struct{ b, first *ssa.BasicBlock }

// meets tells which of two blocks can run after the branch at b went to first,
// without coming to b again.
func (a *Analysis) meets(b, first, at, use *ssa.BasicBlock) meeting {
	k := meetKey{b, first}
	run, ok := a.met[k]
	if !ok {
		run = afterBranch(b, first)
		a.met[k] = run
	}
	return meeting{run.has(at), run.has(use)}
}

// A blockSet is a set of blocks of one function, a bit for each.
type blockSet []uint64

// newBlockSet returns an empty set for the function that b is in.
func newBlockSet(b *ssa.BasicBlock) blockSet {
	return make(blockSet, (len(b.Parent().Blocks)+63)/64)
}

func (s blockSet) has(b *ssa.BasicBlock) bool { return s[b.Index/64]&(1<<(b.Index%64)) != 0 }
func (s blockSet) add(b *ssa.BasicBlock)      { s[b.Index/64] |= 1 << (b.Index % 64) }

// afterBranch returns the blocks that can run after the branch at b went to
// first, before b runs again.
func afterBranch(b, first *ssa.BasicBlock) blockSet {
	run := newBlockSet(b)
	todo := []*ssa.BasicBlock{first}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n == b || run.has(n) {
			continue
		}
		run.add(n)
		todo = append(todo, n.Succs...)
	}
	return run
}
