package resolve

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A place is memory that a function reads and writes: the variable, parameter
// or other pointer that is its root, and the way of fields and constant
// indices from there.
type place struct {
	root ssa.Value
	path []step
}

// A step is a field, or the element at a constant index (field is nil); index
// -1 is an element that is not known.
type step struct {
	field *types.Var
	index int
}

// anywhere reports whether a step leads to one of several elements.
func (s step) anywhere() bool { return s.field == nil && s.index < 0 }

func (s step) meets(o step) bool {
	if s.field != nil || o.field != nil {
		return s.field == o.field
	}
	return s.index == o.index || s.index < 0 || o.index < 0
}

// meets reports whether one of two paths leads to or past the other.
func meets(a, b []step) bool {
	for i := range min(len(a), len(b)) {
		if !a[i].meets(b[i]) {
			return false
		}
	}
	return true
}

// placeOf returns the place that an address is. The root of what a closure
// captured is the variable of the function around it.
func (r *Resolver) placeOf(addr ssa.Value) place { return r.placeIn(addr, maxChain) }

// placeIn is placeOf through so many pointers: p = p.with(x) leads to itself.
func (r *Resolver) placeIn(addr ssa.Value, left int) place {
	if left == 0 {
		return place{root: addr}
	}
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		p := r.placeIn(a.X, left-1)
		return place{p.root, append(p.path[:len(p.path):len(p.path)], step{field: fieldOf(a.X.Type(), a.Field)})}
	case *ssa.IndexAddr:
		if _, isPtr := a.X.Type().Underlying().(*types.Pointer); isPtr {
			p := r.placeIn(a.X, left-1)
			i, ok := intConst(a.Index, -1)
			if !ok {
				i = -1
			}
			return place{p.root, append(p.path[:len(p.path):len(p.path)], step{index: i})}
		}
	case *ssa.FreeVar:
		if b := r.binding(a); b != nil {
			return r.placeIn(b, left-1)
		}
	case *ssa.Call:
		if arg, ok := r.returnedArg(a); ok {
			return r.placeIn(arg, left-1)
		}
	case *ssa.UnOp:
		// A captured pointer variable that is written once is the pointer.
		if v, ok := r.onlyStore(a); ok {
			return r.placeIn(v, left-1)
		}
		if inlined(a) {
			return r.placeIn(a.X, left-1)
		}
		if v, ok := r.fieldPointer(a); ok {
			return r.placeIn(v, left-1)
		}
	}
	return place{root: addr}
}

// inlined reports whether a load is of an embedded pointer. What such a
// pointer leads to is taken for a part of the struct that holds it, so that
// what is written through one load is seen through the next:
//
//	t1 = &b.Builder
//	t2 = *t1               (*Builder)
//	t3 = (*Builder).Add(t2, s)
func inlined(load *ssa.UnOp) bool {
	if _, isPtr := load.Type().Underlying().(*types.Pointer); !isPtr || load.Op != token.MUL {
		return false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	if f := fieldOf(fa.X.Type(), fa.Field); f == nil || !f.Embedded() {
		return false // other pointers are shared with others as a rule
	}
	switch fa.X.(type) {
	case *ssa.Alloc, *ssa.Parameter, *ssa.Call:
		return true
	}
	return false
}

// onlyStore returns the value of a local variable that is stored once and
// never handed out, seen through a load of it:
//
//	t0 = new *T (p)
//	*t0 = t1
//	t2 = *t0
func (r *Resolver) onlyStore(load *ssa.UnOp) (ssa.Value, bool) {
	addr := load.X
	if fv, ok := addr.(*ssa.FreeVar); ok {
		addr = r.binding(fv)
	}
	a, ok := addr.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	var val ssa.Value
	for _, w := range r.writesOf(a) {
		if w.store == nil || val != nil || len(w.path) > 0 {
			return nil, false
		}
		val = w.store.Val
	}
	return val, val != nil
}

// fieldOf returns the field i of the struct that t is or points to.
func fieldOf(t types.Type, i int) *types.Var {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := coreStruct(t); ok && i < s.NumFields() {
		return s.Field(i).Origin()
	}
	return nil
}

func coreStruct(t types.Type) (*types.Struct, bool) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	return s, ok
}

// A write is an instruction that may change memory under a root.
type write struct {
	instr ssa.Instruction
	path  []step
	store *ssa.Store          // a store, or
	call  ssa.CallInstruction // a call that is handed the address
	arg   ssa.Value           // as this argument
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
				c.writes = append(c.writes, write{instr: ref, path: path, store: ref})
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
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if fn, ok := ref.Fn.(*ssa.Function); ok && b == a {
					c.address(fn.FreeVars[i], path)
				}
			}
		case ssa.CallInstruction:
			c.writes = append(c.writes, write{instr: ref, path: path, call: ref, arg: a})
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
	callee := v.Call.StaticCallee()
	if callee == nil || origin(callee).Blocks == nil {
		return false
	}
	callee = origin(callee)
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
				c.writes = append(c.writes, write{instr: call, path: path, call: call, arg: a})
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

// binding returns what a captured variable is in the function around the
// closure, when the closure is made in one place.
func (r *Resolver) binding(fv *ssa.FreeVar) ssa.Value {
	fn := fv.Parent()
	mc := r.index.closures[fn]
	if mc == nil {
		return nil
	}
	for i, f := range fn.FreeVars {
		if f == fv {
			return mc.Bindings[i]
		}
	}
	return nil
}

// closureSite returns where the closure that instr is in was made, up to the
// function that outer is.
func (r *Resolver) closureSite(instr ssa.Instruction, outer *ssa.Function) ssa.Instruction {
	for instr != nil && instr.Parent() != outer {
		mc := r.index.closures[instr.Parent()]
		if mc == nil {
			return nil
		}
		instr = mc
	}
	return instr
}

// zero is what unset memory of type t evaluates to.
func zero(t types.Type) template.Value { return zeroIn(t, 0) }

func zeroIn(t types.Type, depth int) template.Value {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return template.TextValue(template.Text(""))
		case u.Info()&types.IsNumeric != 0:
			return template.TextValue(template.Text("0"))
		case u.Info()&types.IsBoolean != 0:
			return template.TextValue(template.Text("false"))
		}
	case *types.Struct:
		if depth >= maxNested {
			return template.UnknownValue(tooNested)
		}
		if u.NumFields() > maxFields {
			return template.UnknownValue(tooWide)
		}
		out := template.Value{Kind: template.IsRecord, Type: typeName(t)}
		for f := range u.Fields() {
			out.Fields = append(out.Fields, template.Named{Name: f.Name(), Value: zeroIn(f.Type(), depth+1)})
		}
		return out
	}
	return template.TextValue(template.Text(""))
}
