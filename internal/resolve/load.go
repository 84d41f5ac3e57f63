package resolve

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// load evaluates *addr as it is when at runs; v is the loaded value (or the
// address itself, when a pointer is passed on).
func (r *Resolver) load(addr ssa.Value, at ssa.Instruction, v ssa.Value) template.Value {
	switch a := addr.(type) {
	case *ssa.Global:
		return r.global(a, v)
	case *ssa.IndexAddr:
		if _, isPtr := a.X.Type().Underlying().(*types.Pointer); !isPtr {
			return r.element(r.eval(a.X), a.X, a.Index, v)
		}
	}
	return r.cell(r.placeOf(addr), at, v)
}

// cell evaluates what a place holds when at runs; at nil is any time.
func (r *Resolver) cell(p place, at ssa.Instruction, v ssa.Value) template.Value {
	if g, ok := p.root.(*ssa.Global); ok {
		return r.follow(r.global(g, nil), deref(g.Type()), p.path, v)
	}
	if isAccumulator(p.root.Type()) && len(p.path) == 0 {
		return r.accumulated(p.root, at)
	}
	writes := r.relevant(p)
	if _, isAlloc := p.root.(*ssa.Alloc); !isAlloc && len(p.path) == 0 && len(writes) == 0 {
		if _, ok := v.(*ssa.UnOp); ok { // *p of a pointer: what p points to
			if pt, ok := p.root.(*ssa.Phi); ok {
				return r.pointed(pt, at, v)
			}
			return r.named(r.eval(p.root), v)
		}
	}
	if a, ok := p.root.(*ssa.Alloc); ok && len(p.path) == 0 && at != nil {
		if arr, ok := deref(a.Type()).Underlying().(*types.Array); ok && splits(p, writes) {
			return r.array(a, arr, at, v)
		}
	}
	if s, ok := r.structOf(v); ok && splits(p, writes) {
		return r.record(p, s, at, v)
	}
	where := at
	if where == nil {
		where = r.lastUse(p.root)
	}
	remote, site := r.remote(p, writes, where)
	if remote {
		if out, ok := r.deferredCell(p, writes, where, v); ok {
			return r.named(out, v)
		}
	}
	if remote || site == nil {
		return r.anyWrite(p, writes, v)
	}
	return r.named(r.placeFlow(p, v).before(site), v)
}

// pointed evaluates what a pointer leads to that is one of several: variables
// are looked at when the pointer is.
func (r *Resolver) pointed(pt *ssa.Phi, at ssa.Instruction, v ssa.Value) template.Value {
	vals := make([]template.Value, len(pt.Edges))
	for i, e := range pt.Edges {
		if _, ok := e.(*ssa.Alloc); !ok {
			return r.eval(pt)
		}
		vals[i] = r.cell(place{root: e}, at, v)
	}
	return template.JoinValues(vals...)
}

// structOf returns the struct that is at a place, unless it is one whose parts
// are no matter of this package (time.Time): it is one value here, whose text
// its methods make.
func (r *Resolver) structOf(v ssa.Value) (*types.Struct, bool) {
	t := v.Type()
	if _, isAddr := v.(*ssa.Alloc); isAddr {
		t = deref(t)
	}
	if pt, ok := t.Underlying().(*types.Pointer); ok {
		t = pt.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	return s, ok && s.NumFields() <= maxFields && !r.closed(s)
}

// closed reports whether a struct has fields, and none that this package can
// name.
func (r *Resolver) closed(s *types.Struct) bool {
	for f := range s.Fields() {
		if f.Exported() || f.Pkg() == r.pkg.Pkg {
			return false
		}
	}
	return s.NumFields() > 0
}

// splits reports whether parts of the place are, or may be, written on their own.
func splits(p place, writes []write) bool {
	for _, w := range writes {
		if w.store != nil && len(w.path) > len(p.path) || w.call != nil {
			return true
		}
	}
	return false
}

// record evaluates a struct field by field.
func (r *Resolver) record(p place, s *types.Struct, at ssa.Instruction, v ssa.Value) template.Value {
	t := v.Type()
	if pt, ok := t.Underlying().(*types.Pointer); ok {
		t = pt.Elem()
	}
	out := template.Value{Kind: template.IsRecord, Type: typeName(t)}
	if r.nested >= maxNested {
		return r.unless(tooNested)
	}
	r.nested++
	defer func() { r.nested-- }()
	for f := range s.Fields() {
		if !r.step() {
			return r.unless(tooHard)
		}
		if !canHold(f.Type()) {
			continue
		}
		q := place{p.root, append(p.path[:len(p.path):len(p.path)], step{field: f.Origin()})}
		out.Fields = append(out.Fields, template.Named{Name: f.Name(), Value: filling(r.fieldCell(q, f, at, v), f, t)})
	}
	return out
}

// fieldCell is cell for a field that no instruction loads by itself.
func (r *Resolver) fieldCell(p place, f *types.Var, at ssa.Instruction, v ssa.Value) template.Value {
	if isAccumulator(f.Type()) {
		return r.accumulatedAt(p, at)
	}
	writes := r.relevant(p)
	if s, ok := f.Type().Underlying().(*types.Struct); ok && splits(p, writes) && len(p.path) <= maxNested && s.NumFields() <= maxFields {
		out := template.Value{Kind: template.IsRecord, Type: typeName(f.Type())}
		for g := range s.Fields() {
			if !canHold(g.Type()) {
				continue
			}
			q := place{p.root, append(p.path[:len(p.path):len(p.path)], step{field: g.Origin()})}
			out.Fields = append(out.Fields, template.Named{Name: g.Name(), Value: filling(r.fieldCell(q, g, at, v), g, f.Type())})
		}
		return out
	}
	where := at
	if where == nil {
		where = r.lastUse(p.root)
	}
	remote, site := r.remote(p, writes, where)
	if remote || site == nil {
		return r.anyWrite(p, writes, nil)
	}
	return r.placeFlow(p, nil).before(site)
}

// placeKey names a place in maps.
type placeKey struct {
	root ssa.Value
	path string
}

// startOf is what a place holds before any write: nothing in a variable, what
// the pointer points to elsewhere.
func (r *Resolver) startOf(p place, v ssa.Value) template.Value {
	if a, ok := p.root.(*ssa.Alloc); ok {
		t := deref(a.Type())
		for _, s := range p.path {
			t = stepType(t, s)
		}
		return zero(t)
	}
	return r.follow(r.eval(p.root), p.root.Type(), p.path, v)
}

func stepType(t types.Type, s step) types.Type {
	if s.field != nil {
		return s.field.Type()
	}
	if a, ok := t.Underlying().(*types.Array); ok {
		return a.Elem()
	}
	return t
}

// A flowKey names a flow: the place, and what its value is called where it is
// read.
type flowKey struct {
	placeKey
	in   *ssa.Function
	name string
	acc  bool
}

// placeFlow returns the flow of a place, for a reader that calls it v.
func (r *Resolver) placeFlow(p place, v ssa.Value) *flow {
	key := flowKey{placeKey: placeKey{p.root, pathString(p.path)}}
	if v != nil {
		key.in, key.name = v.Parent(), r.expr(v)
	}
	if f, ok := r.flows[key]; ok {
		return f
	}
	f := r.newFlow(p, func() template.Value { return r.startOf(p, v) })
	r.flows[key] = f
	for _, w := range r.relevant(p) {
		switch {
		case w.store != nil && len(w.path) <= len(p.path):
			rest := p.path[len(w.path):]
			somewhere := w.maybe || slices.ContainsFunc(w.path, step.anywhere) || slices.ContainsFunc(p.path[:len(w.path)], step.anywhere)
			f.add(w.instr, !somewhere, func(before template.Value) template.Value {
				out := r.follow(r.evalIn(w.store.Val, w.instr.Block()), w.store.Val.Type(), rest, v)
				if somewhere { // in an array, or through a pointer
					return template.JoinValues(out, before)
				}
				return out
			})
		case w.call != nil:
			_, param := r.paramOf(w)
			mayFill := param == nil && !fills(calleeFunc(w.call.Common()))
			f.add(w.instr, param == nil && !mayFill && !w.maybe, func(before template.Value) template.Value {
				if mayFill && !unset(before) {
					return before
				}
				out := r.effect(p, w, before)
				if w.maybe {
					return template.JoinValues(out, before)
				}
				return out
			})
		}
	}
	f.sort()
	return f
}

// unset reports whether a value is nothing but what Go sets memory to. A
// function that is not named like one that fills what it is handed is believed
// to do so only there.
func unset(v template.Value) bool {
	if v.Kind != template.IsText || len(v.Text) != 1 {
		return false
	}
	text, ok := v.Text[0].Text()
	return ok && (text == "" || text == "0" || text == "false")
}
