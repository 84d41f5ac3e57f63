package resolve

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// callbackArg evaluates parameter i of a closure that is handed to a function
// which calls it: one of this package, a generic one, an iterator.
func (r *Resolver) callbackArg(fn *ssa.Function, i int) (template.Value, bool) {
	value := r.functionValue(fn)
	if value == nil {
		return template.Value{}, false
	}
	g := &giver{r: r, index: i, of: map[*ssa.Parameter][]template.Value{}}
	for _, call := range handedTo(fn, value) {
		if call == nil || !g.handedOn(call, value) {
			return template.Value{}, false
		}
	}
	if len(g.given) == 0 {
		return template.Value{}, false
	}
	return template.JoinValues(g.given...), true
}

// functionValue returns what stands for a closure where it is made: one that
// captures nothing is no instruction. Nil where it is made in several places.
func (r *Resolver) functionValue(fn *ssa.Function) ssa.Value {
	if mc := r.index.closures[fn]; mc != nil {
		return mc
	}
	if len(fn.FreeVars) == 0 {
		return fn
	}
	return nil
}

// handedTo returns the calls that a closure is an argument of, and nil for
// what else is done with it.
func handedTo(fn *ssa.Function, value ssa.Value) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	if mc, ok := value.(*ssa.MakeClosure); ok {
		for _, ref := range *mc.Referrers() {
			call, _ := ref.(ssa.CallInstruction)
			out = append(out, call)
		}
		return out
	}
	var buf [8]*ssa.Value
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if slices.ContainsFunc(instr.Operands(buf[:0]), func(op *ssa.Value) bool { return *op == value }) {
				call, _ := instr.(ssa.CallInstruction)
				out = append(out, call)
			}
		}
	}
	return out
}

// A giver finds what the function in a parameter is called with, also by the
// closures that capture it and the functions that it is handed on to:
//
//	func inBatches(keys []string, f func(batch []string) error) {
//		for batch := range slices.Chunk(keys, 100) {
//			g.Go(func() error { return f(batch) })
//		}
//	}
type giver struct {
	r     *Resolver
	index int // of what it is called with
	given []template.Value
	seen  []ssa.Value
	// of is what functions in parameters that were followed are called with.
	of map[*ssa.Parameter][]template.Value
}

// handedOn notes what a function that is an argument of a call is called with.
// It returns false where that is not understood, or too much.
func (g *giver) handedOn(call ssa.CallInstruction, value ssa.Value) bool {
	callee := g.r.body(call.Common().StaticCallee())
	if callee == nil {
		given, ok := g.r.givenTo(value, call, g.index)
		g.given = append(g.given, given)
		return ok && len(g.given) <= maxImpls
	}
	for j, a := range call.Common().Args {
		if a != value || j >= len(callee.Params) {
			continue
		}
		given, ok := g.in(callee.Params[j])
		if !ok || len(g.given)+len(given) > maxImpls {
			return false
		}
		for _, v := range given {
			g.given = append(g.given, g.r.substitute(v, ownerOf(callee), call, callee))
		}
	}
	return true
}

// in returns what the function in a parameter is called with. The parameter is
// followed once, however many calls hand the function on to it.
func (g *giver) in(p *ssa.Parameter) ([]template.Value, bool) {
	if given, ok := g.of[p]; ok {
		return given, true
	}
	inner := &giver{r: g.r, index: g.index, seen: g.seen, of: g.of}
	if slices.Contains(g.seen, ssa.Value(p)) || !inner.follow(p) {
		return nil, false
	}
	g.of[p] = inner.given
	return inner.given, true
}

// follow goes through the uses of a value that is the function. It returns
// false where one is not understood.
func (g *giver) follow(v ssa.Value) bool {
	if slices.Contains(g.seen, v) {
		return true
	}
	g.seen = append(g.seen, v)
	for _, ref := range *v.Referrers() {
		ok := true
		switch ref := ref.(type) {
		case *ssa.ChangeType:
			ok = g.follow(ref)
		case *ssa.Store:
			a, isVar := ref.Addr.(*ssa.Alloc)
			ok = isVar && len(g.r.writesOf(a)) == 1 && g.loads(a)
		case ssa.CallInstruction:
			ok = g.call(ref, v)
		case *ssa.BinOp, *ssa.DebugRef: // f != nil
		default:
			ok = false
		}
		if !ok {
			return false
		}
	}
	return true
}

// loads follows what is loaded from a variable that holds the function, here
// and in closures.
func (g *giver) loads(variable ssa.Value) bool {
	for _, ref := range *variable.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			if !g.follow(ref) {
				return false
			}
		case *ssa.MakeClosure:
			fn, ok := ref.Fn.(*ssa.Function)
			if !ok {
				return false
			}
			for i, b := range ref.Bindings {
				if b == variable && !g.loads(fn.FreeVars[i]) {
					return false
				}
			}
		case *ssa.Store:
		default:
			return false
		}
	}
	return true
}

// call notes what a call gives the function that v is, or what the callee does
// that it is handed on to.
func (g *giver) call(call ssa.CallInstruction, v ssa.Value) bool {
	c := call.Common()
	if c.Value != v {
		return g.handedOn(call, v)
	}
	if c.IsInvoke() || g.index >= len(c.Args) || len(g.given) >= maxImpls {
		return false
	}
	g.given = append(g.given, g.r.eval(c.Args[g.index]))
	return true
}
