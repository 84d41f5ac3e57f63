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
		if w.store == nil || val != nil || len(w.path) > 0 || w.maybe {
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
