package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A write is an instruction that may change memory under a root.
type write struct {
	instr ssa.Instruction
	path  []step
	store *ssa.Store          // a store, or
	call  ssa.CallInstruction // a call that is handed the address
	arg   ssa.Value           // as this argument
	maybe bool                // through a pointer that may lead elsewhere
}

// writesOf collects the writes under a root: in its own function, and in the
// closures that capture it.
func (r *Resolver) writesOf(root ssa.Value) []write {
	if ws, ok := r.index.writes[root]; ok {
		return ws
	}
	r.index.writes[root] = nil // where two point to each other
	c := &collector{r: r, seen: map[ssa.Value]bool{}}
	c.address(root, nil)
	r.index.writes[root] = c.writes
	return c.writes
}

// A collector follows an address to the instructions that write through it.
type collector struct {
	r      *Resolver
	writes []write
	seen   map[ssa.Value]bool
	maybe  bool
}

func (c *collector) write(w write) {
	w.maybe = c.maybe
	c.writes = append(c.writes, w)
}

func (c *collector) address(a ssa.Value, path []step) {
	refs := a.Referrers()
	if refs == nil || c.seen[a] {
		return
	}
	c.seen[a] = true
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			c.address(ref, append(path[:len(path):len(path)], step{field: fieldOf(a.Type(), ref.Field)}))
		case *ssa.IndexAddr:
			i, ok := intConst(ref.Index, -1)
			if !ok {
				i = -1
			}
			c.address(ref, append(path[:len(path):len(path)], step{index: i}))
		case *ssa.Store:
			if ref.Addr == a {
				c.write(write{instr: ref, path: path, store: ref})
			} else {
				c.handedOver(ref, a, path)
				c.throughField(ref, a, path)
				c.throughVariable(ref, path)
			}
		case *ssa.UnOp:
			if inlined(ref) {
				c.address(ref, path)
			}
		case *ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface:
			c.address(ref.(ssa.Value), path)
		case *ssa.Phi:
			outer := c.maybe
			c.maybe = true
			c.address(ref, path)
			c.maybe = outer
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if fn, ok := ref.Fn.(*ssa.Function); ok && b == a {
					c.address(fn.FreeVars[i], path)
				}
			}
		case ssa.CallInstruction:
			c.write(write{instr: ref, path: path, call: ref, arg: a})
			if v, ok := ref.(*ssa.Call); ok && (c.r.returnsArg(v, a) || wrapsWriter(v)) {
				c.address(v, path)
			}
		}
	}
}

// returnedArg returns the argument that a call returns.
func (r *Resolver) returnedArg(v *ssa.Call) (ssa.Value, bool) {
	for _, a := range v.Call.Args {
		if _, isPtr := a.Type().Underlying().(*types.Pointer); isPtr && r.returnsArg(v, a) {
			return a, true
		}
	}
	return nil, false
}

// returnsArg reports whether a call returns the address that it is handed, as
// the methods of a fluent builder do: return b.
func (r *Resolver) returnsArg(v *ssa.Call, a ssa.Value) bool {
	callee := r.body(v.Call.StaticCallee())
	if callee == nil {
		return false
	}
	for i, arg := range v.Call.Args {
		if arg == a && i < len(callee.Params) {
			return r.index.handsBack(callee.Params[i])
		}
	}
	return false
}

// handsBack reports whether every return of a parameter's function returns the
// parameter.
func (x *index) handsBack(p *ssa.Parameter) bool {
	if known, ok := x.returned[p]; ok {
		return known
	}
	all := true
	for _, b := range p.Parent().Blocks {
		ret, ok := last(b).(*ssa.Return)
		all = all && (!ok || len(ret.Results) == 1 && ret.Results[0] == p)
	}
	x.returned[p] = all
	return all
}

// wrapsWriter reports whether a call wraps a writer in one that writes to it.
func wrapsWriter(v *ssa.Call) bool {
	fn := calleeFunc(v.Common())
	return fn != nil && fn.Pkg() != nil && wrapsWriterFunc[fullName(fn)]
}

// wrapsWriterFunc are the functions that wrap a writer.
var wrapsWriterFunc = map[string]bool{
	"encoding/json.NewEncoder": true, "bufio.NewWriter": true, "encoding/gob.NewEncoder": true, "encoding/hex.NewEncoder": true,
}

// handedOver follows an address into the array of a variadic call, and no
// other memory:
//
//	t1 = &t0[0:int]      (t0 = new [1]any (varargs))
//	*t1 = make any <- *T (address)
//	t2 = slice t0[:]
//	t3 = Scan(t2...)
func (c *collector) handedOver(st *ssa.Store, a ssa.Value, path []step) {
	ia, ok := st.Addr.(*ssa.IndexAddr)
	if !ok {
		return
	}
	arr, ok := ia.X.(*ssa.Alloc)
	if !ok {
		return
	}
	for _, ref := range *arr.Referrers() {
		sl, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, use := range *sl.Referrers() {
			if call, ok := use.(ssa.CallInstruction); ok {
				c.write(write{instr: call, path: path, call: call, arg: a})
			}
		}
	}
}

// throughVariable follows an address that is all that a variable ever holds to
// the loads of the variable, also in the closures that capture it:
//
//	t0 = new *T (p)
//	*t0 = t1
//	t2 = *t0
func (c *collector) throughVariable(st *ssa.Store, path []step) {
	variable, ok := st.Addr.(*ssa.Alloc)
	if !ok {
		return
	}
	if writes := c.r.writesOf(variable); len(writes) == 1 && writes[0].store == st {
		c.loads(variable, path)
	}
}

func (c *collector) loads(variable ssa.Value, path []step) {
	for _, ref := range *variable.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			c.address(ref, path)
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if fn, ok := ref.Fn.(*ssa.Function); ok && b == variable {
					c.loads(fn.FreeVars[i], path)
				}
			}
		}
	}
}
