package valuedep

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A walk goes backwards from values to the inputs that they depend on.
//
// A walk over a key (front is nil, own is set) stops at what the key is made
// of: a field of a row that was looked up stands for itself, not for the id
// that it was looked up by. A walk over a stored value (front is set) stops at
// what the key has, and goes through everything else.
type walk struct {
	a     *Analysis
	own   *Frontier
	front *Frontier
	seen  map[visit]bool
	deps  Deps
	// place says that it matters where a thing is, not what is in it.
	place bool
	// errs says that errors count as values.
	errs bool
	// phis are those that the walk is inside of.
	phis []ssa.Value
	// computed says that a call which looks something up has been met.
	computed bool
}

type visit struct {
	v    ssa.Value
	path string
	via  Via
	use  ssa.Instruction
	// called says that it is what the value, a function, returns.
	called bool
}

// enters notes a visit, and reports whether it is the first and within bounds.
func (w *walk) enters(k visit) bool {
	switch {
	case w.seen[k]:
		return false
	case len(w.seen) > maxVisit:
		w.deps.cut = true
		return false
	}
	w.seen[k] = true
	return true
}

// A from says how the walk came to a value.
type from struct {
	use ssa.Instruction // where the value is used; nil: anywhere
	via Via
	pos token.Pos
	way []Step
}

func (c from) at(pos token.Pos) from {
	if pos.IsValid() {
		c.pos = pos
	}
	return c
}

func (c from) by(via Via) from { c.via |= via; return c }

// through adds a step to the way, which is told outermost first.
func (c from) through(pos token.Pos, message string) from {
	if pos.IsValid() && len(c.way) < maxPath {
		c.way = append(slices.Clip(c.way), Step{pos, message})
	}
	return c
}

func (a *Analysis) newWalk() *walk { return &walk{a: a, seen: map[visit]bool{}} }

// value adds what v.path depends on.
func (w *walk) value(v ssa.Value, path string, c from) {
	k := visit{v: v, path: path, via: c.via, use: c.use}
	if w.seen[k] {
		w.deps.fresh = w.deps.fresh || slices.Contains(w.phis, v) // it is what the loop came with
		return
	}
	if !w.enters(k) {
		return
	}
	if w.front != nil && w.front.has(v, path) {
		return
	}
	if w.own != nil && path == "" {
		w.own.note(v)
	}
	switch v := v.(type) {
	case *ssa.Const, *ssa.Builtin, *ssa.Function:
	case *ssa.Parameter:
		w.param(v, path, c)
		w.writes(v, path, c)
	case *ssa.FreeVar:
		for _, b := range w.a.bindings[v] {
			w.value(b, path, from{via: c.via, pos: c.pos, way: c.way})
		}
	case *ssa.Global:
		w.global(v, path, c)
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
		w.writes(v, path, c)
	case *ssa.Call:
		w.call(v, 0, path, c.at(v.Pos()))
		w.writes(v, path, c)
	case *ssa.MakeClosure:
		w.funcResults(Part{Value: v}, c)
	case *ssa.Phi:
		w.phi(v, path, c)
	case *ssa.Extract:
		w.extract(v, path, c)
	default:
		w.operand(v, path, c)
	}
}

// operand goes through instructions that only pass a value on.
func (w *walk) operand(v ssa.Value, path string, c from) {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		w.field(v.X, v.Field, path, c.at(v.Pos()))
	case *ssa.Field:
		w.field(v.X, v.Field, path, c.at(v.Pos()))
	case *ssa.IndexAddr:
		w.index(v.X, v.Index, v.Block(), path, c.at(v.Pos()))
	case *ssa.Index:
		w.index(v.X, v.Index, v.Block(), path, c.at(v.Pos()))
	case *ssa.Lookup:
		w.index(v.X, v.Index, v.Block(), path, c.at(v.Pos()))
	case *ssa.UnOp:
		if v.Op == token.MUL && !refers(v.Type()) {
			c.use = v // a copy: what is written later does not count
		}
		if v.Op == token.SUB || v.Op == token.NOT || v.Op == token.XOR {
			path = ""
		}
		w.value(v.X, path, c.at(v.Pos()))
		if v.Op == token.MUL && refers(v.Type()) {
			w.writes(v, path, c)
		}
	case *ssa.BinOp:
		w.value(v.X, "", c.at(v.Pos()))
		w.value(v.Y, "", c.at(v.Pos()))
	case *ssa.Slice:
		w.value(v.X, path, c)
	case *ssa.Convert:
		w.value(v.X, path, c)
	case *ssa.MultiConvert:
		w.value(v.X, path, c)
	case *ssa.ChangeType:
		w.value(v.X, path, c)
	case *ssa.ChangeInterface:
		w.inInterface(v, v.X, path, c)
	case *ssa.MakeInterface:
		w.inInterface(v, v.X, path, c)
	case *ssa.SliceToArrayPointer:
		w.value(v.X, path, c)
	case *ssa.TypeAssert:
		w.value(v.X, path, c)
		w.writes(v, path, c)
	case *ssa.Range:
		w.value(v.X, path, c)
	case *ssa.Select:
		for _, st := range v.States {
			w.value(st.Chan, "", c)
		}
	}
}

// inInterface goes to what an interface holds. A framework's context that is
// handed on as a context.Context counts as one: who gets it reads it by key.
func (w *walk) inInterface(v, x ssa.Value, path string, c from) {
	if !isContext(v.Type()) || !isRequest(x.Type()) {
		w.value(x, path, c)
	}
}

func (w *walk) extract(v *ssa.Extract, path string, c from) {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		w.call(t, v.Index, path, c.at(t.Pos()))
		w.writes(v, path, c)
	case *ssa.Next:
		r, ok := t.Iter.(*ssa.Range)
		if !w.element(t.Block(), v.Type(), path, c) && ok {
			w.value(r.X, join("[]", path), c)
		}
	case *ssa.TypeAssert:
		w.value(t.X, path, c)
		w.writes(v, path, c)
	default:
		w.value(v.Tuple, path, c)
	}
}

// field goes to a field of x.
func (w *walk) field(x ssa.Value, i int, path string, c from) {
	f := field(x.Type(), i)
	if f == nil {
		w.value(x, "", c)
		return
	}
	if f.Embedded() && path != "" {
		// A promoted field is known by its own name: t.Base.ID is t.ID to
		// a getter, so both ways must lead to one path.
		if _, ok := deref(f.Type()).Underlying().(*types.Struct); ok {
			w.value(x, join(f.Name(), path), c)
			return
		}
	}
	w.value(x, join(f.Name(), path), c)
}

// index goes to an element of x.
func (w *walk) index(x, index ssa.Value, at *ssa.BasicBlock, path string, c from) {
	if k, ok := index.(*ssa.Const); ok && k.Value != nil {
		if _, isMap := x.Type().Underlying().(*types.Map); isMap {
			w.value(x, join("["+k.Value.String()+"]", path), c)
			return
		}
		if al, ok := x.(*ssa.Alloc); ok { // an array of variadic arguments
			w.value(al, join("["+k.Value.String()+"]", path), c)
			return
		}
	}
	if loop := rangeLoop(index); loop != nil {
		if w.element(loop, elem(x.Type()), path, c) {
			return
		}
	} else {
		w.value(index, "", c)
	}
	w.value(x, join("[]", path), c)
}

// rangeLoop returns the head of the loop that an index counts through, nil when
// it is no such index.
func rangeLoop(index ssa.Value) *ssa.BasicBlock {
	in, ok := index.(ssa.Instruction)
	if !ok {
		return nil
	}
	switch in := in.(type) {
	case *ssa.BinOp, *ssa.Phi:
		if in.Block().Comment == "rangeindex.loop" {
			return in.Block()
		}
		if _, isPhi := in.(*ssa.Phi); isPhi && in.Block().Comment == "for.loop" {
			return in.Block()
		}
	}
	return nil
}

// element adds the element of a range loop as an input, and reports whether the
// key decides it: then it does not matter where the elements came from.
func (w *walk) element(loop *ssa.BasicBlock, t types.Type, path string, c from) bool {
	r := Root{Kind: Element, Fn: loop.Parent(), Index: loop.Index}
	w.leaf(r, w.a.elementName(loop), t, path, c)
	return w.front != nil && w.front.decidesElement(r, t, path)
}

func (w *walk) param(p *ssa.Parameter, path string, c from) {
	fn := p.Parent()
	if fn.Synthetic == "range-over-func yield" {
		w.leaf(Root{Kind: Element, Fn: fn, Index: -1}, p.Name(), p.Type(), path, c)
		w.yields(fn, c)
		return
	}
	if path == "" {
		c.pos = w.a.identPos(c.pos, p.Object())
	}
	w.leaf(Root{Kind: Param, Fn: fn, Index: paramIndex(p)}, p.Name(), p.Type(), path, c)
}

// yields goes to the iterator that a loop body is given to.
func (w *walk) yields(body *ssa.Function, c from) {
	for _, b := range body.Parent().Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok || call.Call.IsInvoke() || len(call.Call.Args) != 1 {
				continue
			}
			if mc, ok := call.Call.Args[0].(*ssa.MakeClosure); ok && mc.Fn == body {
				w.value(call.Call.Value, "[]", c)
			}
		}
	}
}

// paramIndex is the index of a parameter, the receiver not counted.
func paramIndex(p *ssa.Parameter) int {
	fn := p.Parent()
	i := slices.Index(fn.Params, p)
	if fn.Signature.Recv() != nil {
		return i - 1 // the receiver is Recv
	}
	return i
}

// global adds a package-level variable, when the program changes it: what is
// set once at the start is the same for every value.
func (w *walk) global(g *ssa.Global, path string, c from) {
	if !w.a.globals[g] && w.own == nil {
		return
	}
	w.leaf(Root{Kind: Var, Name: globalName(g)}, g.Name(), deref(g.Type()), path, c)
}

func globalName(g *ssa.Global) string {
	if g.Pkg == nil {
		return g.Name()
	}
	return g.Pkg.Pkg.Path() + "." + g.Name()
}

// leaf adds an input, unless the key has it or it can't tell values apart.
func (w *walk) leaf(r Root, name string, t types.Type, path string, c from) {
	d := &Dep{Atom: Atom{r, path}, Via: c.via, Pos: c.pos, Way: c.way}
	d.Expr = exprOf(name, path)
	d.Type, d.Evidence = evidence(d.Expr, t, path)
	if w.own != nil {
		d.Thing = thingOf(t, path)
	}
	w.add(d, t)
}

// add adds a dependency whose root has type t.
func (w *walk) add(d *Dep, t types.Type) {
	if w.front != nil && w.front.covers(d, t) || w.own == nil && w.a.isNoise(d) {
		return
	}
	w.deps.add(d)
}

// phi goes to every value that v can have, and to what chooses between them.
func (w *walk) phi(v *ssa.Phi, path string, c from) {
	w.phis = append(w.phis, v)
	w.alternatives(len(v.Edges), func(i int) {
		ec := c
		if preds := v.Block().Preds; i < len(preds) && ec.use != nil && ec.use.Parent() == v.Parent() {
			ec.use = last(preds[i])
		}
		w.value(v.Edges[i], path, ec)
	})
	w.phis = w.phis[:len(w.phis)-1]
	if allSame(v.Edges) {
		return
	}
	conds, cut := w.a.choices(v.Block())
	w.deps.cut = w.deps.cut || cut
	for _, cond := range conds {
		w.value(cond, "", c.by(Cond).at(w.a.condPos(cond, c.pos)))
	}
}

func last(b *ssa.BasicBlock) ssa.Instruction { return b.Instrs[len(b.Instrs)-1] }

func allSame(vs []ssa.Value) bool {
	for _, v := range vs[1:] {
		if v != vs[0] {
			return false
		}
	}
	return true
}

// refers reports whether a value of type t leads to memory that can be written
// after the value was taken.
func refers(t types.Type) bool {
	switch types.Unalias(t).Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Interface, *types.Chan:
		return true
	}
	return false
}
