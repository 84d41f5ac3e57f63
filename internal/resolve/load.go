package resolve

import (
	"go/types"
	"slices"
	"strings"

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
		if out, ok := r.globalPart(g, p.path); ok {
			return out
		}
		return r.follow(r.global(g, nil), deref(g.Type()), p.path, v)
	}
	if isAccumulator(p.root.Type()) && len(p.path) == 0 {
		return r.accumulated(p.root, at)
	}
	if _, isAlloc := p.root.(*ssa.Alloc); !isAlloc && len(p.path) == 0 {
		if _, ok := v.(*ssa.UnOp); ok { // *p of a pointer: what p points to
			if pt, ok := p.root.(*ssa.Phi); ok {
				return r.eval(pt)
			}
			return r.named(r.eval(p.root), v)
		}
	}
	writes := r.relevant(p)
	if a, ok := p.root.(*ssa.Alloc); ok && len(p.path) == 0 && at != nil {
		if arr, ok := deref(a.Type()).Underlying().(*types.Array); ok && splits(p, writes) {
			return r.array(a, arr, at, v)
		}
	}
	if s, ok := structOf(p, v); ok && splits(p, writes) {
		return r.record(p, s, at, v)
	}
	where := at
	if where == nil {
		where = r.lastUse(p.root)
	}
	remote, site := r.remote(p, writes, where)
	if remote {
		return r.anyWrite(p, writes, v)
	}
	if site == nil {
		return r.anyWrite(p, writes, v)
	}
	return r.named(r.placeFlow(p, v).before(site), v)
}

// lastUse is the place where a pointer's memory is looked at when no load is:
// where the pointer is returned or handed on last.
func (r *Resolver) lastUse(root ssa.Value) ssa.Instruction {
	var last ssa.Instruction
	if refs := root.Referrers(); refs != nil {
		for _, ref := range *refs {
			switch ref.(type) {
			case *ssa.Return, *ssa.Call, *ssa.Store, *ssa.MakeInterface, *ssa.UnOp:
				if ref.Parent() == root.Parent() && (last == nil || after(r, ref, last)) {
					last = ref
				}
			}
		}
	}
	return last
}

func after(r *Resolver, a, b ssa.Instruction) bool {
	if a.Block() == b.Block() {
		return r.index.position(a) > r.index.position(b)
	}
	return a.Block().Index > b.Block().Index
}

// relevant returns the writes that touch a place.
func (r *Resolver) relevant(p place) []write {
	key := placeKey{p.root, pathString(p.path)}
	if ws, ok := r.touching[key]; ok {
		return ws
	}
	var out []write
	for _, w := range r.writesOf(p.root) {
		if !meets(w.path, p.path) || w.call != nil && harmless(w.call, w.arg) {
			continue
		}
		out = append(out, w)
	}
	r.touching[key] = out
	return out
}

// remote reports whether a closure writes to the place, so that the order of
// writes is not known; else it returns the instruction in the root's own
// function that the reading counts as.
func (r *Resolver) remote(p place, writes []write, at ssa.Instruction) (bool, ssa.Instruction) {
	home := p.root.Parent()
	for _, w := range writes {
		if w.instr.Parent() != home {
			return true, nil
		}
	}
	if at == nil {
		return false, nil
	}
	site := r.closureSite(at, home)
	if site != nil && at.Parent() != home {
		for _, w := range writes { // the closure may run after these
			if w.store != nil && r.mayFollow(site, w.instr) {
				return true, nil
			}
		}
	}
	return false, site
}

// mayFollow reports whether b can run after a, in one function.
func (r *Resolver) mayFollow(a, b ssa.Instruction) bool {
	if a.Block() == b.Block() && r.index.position(b) > r.index.position(a) {
		return true
	}
	after, ok := r.index.after[a.Block()]
	if !ok {
		after = reachable(a.Block())
		r.index.after[a.Block()] = after
	}
	return after == nil || after[b.Block()]
}

// reachable returns the blocks that can run after a block, nil when they are
// too many to tell.
func reachable(from *ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	seen := map[*ssa.BasicBlock]bool{}
	work := slices.Clone(from.Succs)
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[b] {
			continue
		}
		if len(seen) >= maxBlocks {
			return nil
		}
		seen[b] = true
		work = append(work, b.Succs...)
	}
	return seen
}

// structOf returns the struct that is at a place, unless it is one whose text
// is a matter of its own (time.Time, uuid types).
func structOf(p place, v ssa.Value) (*types.Struct, bool) {
	t := v.Type()
	if _, isAddr := v.(*ssa.Alloc); isAddr {
		t = deref(t)
	}
	if pt, ok := t.Underlying().(*types.Pointer); ok {
		t = pt.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	return s, ok && s.NumFields() <= maxFields
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
		out.Fields = append(out.Fields, template.Named{Name: f.Name(), Value: r.fieldCell(q, f, at, v)})
	}
	return out
}

// fieldCell is cell for a field that no instruction loads by itself.
func (r *Resolver) fieldCell(p place, f *types.Var, at ssa.Instruction, v ssa.Value) template.Value {
	writes := r.relevant(p)
	if s, ok := f.Type().Underlying().(*types.Struct); ok && splits(p, writes) && len(p.path) < 4 && s.NumFields() <= maxFields {
		out := template.Value{Kind: template.IsRecord, Type: typeName(f.Type())}
		for g := range s.Fields() {
			if !canHold(g.Type()) {
				continue
			}
			q := place{p.root, append(p.path[:len(p.path):len(p.path)], step{field: g.Origin()})}
			out.Fields = append(out.Fields, template.Named{Name: g.Name(), Value: r.fieldCell(q, g, at, v)})
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

// anyWrite joins everything that is written to a place, in no order.
func (r *Resolver) anyWrite(p place, writes []write, v ssa.Value) template.Value {
	key := placeKey{p.root, pathString(p.path)}
	if m, ok := r.anyBusy[key]; ok {
		return r.self(m)
	}
	if len(writes) > maxStores {
		return template.UnknownValue(template.TooMany)
	}
	n, raced := 0, false
	out, id := loop(r, r.anyBusy, key, func() []template.Value {
		var vals []template.Value
		for _, w := range writes {
			if w.store == nil || len(w.path) > len(p.path) {
				continue
			}
			val := r.evalIn(w.store.Val, w.instr.Block())
			if r.concurrent(w.instr.Parent()) && val.Any((*template.Hole).IsAnySelf) {
				raced = true
			}
			vals = append(vals, r.follow(val, w.store.Val.Type(), p.path[len(w.path):], v))
		}
		n = len(vals)
		return vals
	})
	if raced {
		return template.UnknownValue("is changed by a goroutine while it is read")
	}
	if n == 0 || isSelf(out) || out.Any(func(h *template.Hole) bool { return h.IsSelf(id) }) {
		return r.startOf(p, v)
	}
	if v != nil {
		out = r.named(out, v)
	}
	return out
}

// concurrent reports whether a function is the body of a go statement.
func (r *Resolver) concurrent(fn *ssa.Function) bool {
	mc := r.index.closures[fn]
	if mc == nil {
		return false
	}
	return slices.ContainsFunc(*mc.Referrers(), func(ref ssa.Instruction) bool { _, ok := ref.(*ssa.Go); return ok })
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
			somewhere := slices.ContainsFunc(w.path, func(s step) bool { return s.field == nil && s.index < 0 })
			f.add(w.instr, !somewhere, func(before template.Value) template.Value {
				out := r.follow(r.evalIn(w.store.Val, w.instr.Block()), w.store.Val.Type(), rest, v)
				if somewhere { // in an array
					return template.JoinValues(out, before)
				}
				return out
			})
		case w.call != nil:
			_, param := r.paramOf(w)
			mayFill := param == nil && !fills(calleeFunc(w.call.Common()))
			f.add(w.instr, param == nil && !mayFill, func(before template.Value) template.Value {
				if mayFill && !unset(before) {
					return before
				}
				return r.effect(p, w, before)
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

// follow goes from a value of type t along a path of fields and elements.
func (r *Resolver) follow(val template.Value, t types.Type, path []step, at ssa.Value) template.Value {
	for i, s := range path {
		last := at
		if i < len(path)-1 {
			last = nil
		}
		if s.field == nil {
			if val.Kind == template.IsList {
				var all []template.Value
				for _, l := range val.Lists {
					for j, it := range l {
						if s.index < 0 || j == s.index || it.Many {
							all = append(all, it.Value)
						}
					}
				}
				val = template.JoinValues(all...)
				continue
			}
			if h, ok := val.Hole(); ok {
				val = elementOf(h)
				continue
			}
			return template.UnknownValue("is an element of something that is not known")
		}
		val = r.projectField(val, s.field, t, last)
		t = s.field.Type()
	}
	return val
}

// project evaluates field i of a struct value.
func (r *Resolver) project(val template.Value, t types.Type, i int, at ssa.Value) template.Value {
	return r.projectField(val, fieldOf(t, i), t, at)
}

func (r *Resolver) projectField(val template.Value, f *types.Var, t types.Type, at ssa.Value) template.Value {
	if f == nil {
		return template.UnknownValue("is a field of something that is not known")
	}
	if val.Kind == template.IsRecord {
		if v, ok := val.Field(f.Name()); ok {
			return r.known(v, fieldEvidence(f, t, f.Name()), at)
		}
	}
	base, isHole := val.Hole()
	if v, ok := r.fieldValue(f, base); ok {
		return v
	}
	if isHole && !base.IsAnySelf() {
		return r.fieldHole(base, f, t, at)
	}
	h := &template.Hole{Expr: f.Name(), Type: typeName(f.Type()), Form: formOf(f.Type()), Origin: template.Origin{Kind: template.Field, Name: fieldName(f, t)}}
	if at != nil {
		h.Expr = r.expr(at)
	}
	h = h.Known(fieldEvidence(f, t, h.Expr)...)
	return template.TextValue(template.HoleSet(h))
}

// fieldHole is the field of something that is a hole itself.
func (r *Resolver) fieldHole(base *template.Hole, f *types.Var, t types.Type, at ssa.Value) template.Value {
	c := &template.Hole{
		Expr: base.Expr + "." + f.Name(), Type: typeName(f.Type()), Form: formOf(f.Type()),
		Origin: base.Origin, Unchecked: base.Unchecked,
	}
	if c.Origin.Kind == template.Param {
		c.Origin.Path = append(append([]string{}, base.Origin.Path...), f.Name())
	} else {
		if base.Origin.Kind == template.Unk && at != nil {
			c.Expr = r.expr(at)
		}
		c.Origin = template.Origin{Kind: template.Field, Name: fieldName(f, t), Reason: base.Origin.Reason, Pos: base.Origin.Pos}
	}
	c = c.Known(fieldEvidence(f, t, c.Expr)...)
	if at != nil {
		if n := r.nameOf(at); n != "" {
			c = c.Known(template.Evidence{Kind: template.ByName, Text: n})
			c.Expr = n
		}
		c = r.optional(c, at)
	}
	return template.TextValue(template.HoleSet(c))
}

// fieldValue returns what a field of a type of this package holds wherever it
// is set, when that is known text: a prefix set by constructors. base is the
// value whose field it is: what a method stored in its receiver's field from
// its receiver's fields is told in terms of base.
func (r *Resolver) fieldValue(f *types.Var, base *template.Hole) (template.Value, bool) {
	stores := r.index.fields[f]
	if len(stores) == 0 || len(stores) > maxStores || r.textless[f] {
		return template.Value{}, false
	}
	if b, ok := f.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
		return template.Value{}, false // a number in one place says nothing of others
	}
	if frame, ok := r.fieldBusy[f]; ok {
		r.meet(frame)
		return template.Value{}, false
	}
	outer := r.met
	r.met = free
	frame := r.push()
	r.fieldBusy[f] = frame
	v, ok, hopeless := r.stored(stores, base)
	delete(r.fieldBusy, f)
	r.pop(frame)
	if hopeless && r.met.isFree() {
		r.textless[f] = true
	}
	r.met = r.met.with(outer)
	return v, ok
}

// stored joins the values of stores to a field, in terms of base. It is
// hopeless when no base would help.
func (r *Resolver) stored(stores []*ssa.Store, base *template.Hole) (out template.Value, ok, hopeless bool) {
	vals := make([]template.Value, 0, len(stores))
	for _, st := range stores {
		v := r.eval(st.Val)
		if v.Kind == template.IsText && !hasText(v.Text) {
			return template.Value{}, false, true
		}
		if !v.Any(ownMatter) {
			vals = append(vals, v)
			continue
		}
		if !ofReceiver(v, st) {
			return template.Value{}, false, true
		}
		if base == nil || base.Origin.Kind != template.Param {
			return template.Value{}, false, false
		}
		v = r.Instantiate(v, ownerOf(st.Parent()), func(int) (template.Value, bool) {
			return template.TextValue(template.HoleSet(base)), true
		})
		vals = append(vals, v)
	}
	return template.JoinValues(vals...), true, false
}

// ownMatter reports whether a hole only means something in the function that
// it comes from.
func ownMatter(h *template.Hole) bool {
	k := h.Origin.Kind
	return k == template.Param || k == template.Local || k == template.Unk || h.IsAnySelf()
}

// hasText reports whether every template of s has literal text, or is empty.
func hasText(s template.Set) bool {
	for _, t := range s {
		lit := len(t) == 0
		for _, p := range t {
			lit = lit || strings.TrimSpace(p.Lit) != ""
		}
		if !lit {
			return false
		}
	}
	return true
}

// ofReceiver reports whether a value stored in a field of a method's receiver
// is put together from that receiver: then it can be told in terms of the
// value whose field is read.
func ofReceiver(v template.Value, st *ssa.Store) bool {
	fa, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	recv, ok := fa.X.(*ssa.Parameter)
	if !ok || recv.Parent().Signature.Recv() == nil || recv.Parent().Params[0] != recv {
		return false
	}
	owner := ownerOf(recv.Parent())
	return !v.Any(func(h *template.Hole) bool {
		return ownMatter(h) && (h.Origin.Kind != template.Param || h.Origin.Owner != owner || h.Origin.Index != template.Recv)
	})
}

// deref returns what a pointer type points to.
func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// canHold reports whether a field of type t can hold a key or a part of one:
// text, numbers, lists and structs of them, and what an interface hides.
func canHold(t types.Type) bool {
	for range maxNested {
		switch u := t.Underlying().(type) {
		case *types.Basic, *types.Array, *types.Struct:
			return true
		case *types.Slice:
			t = u.Elem()
			continue
		case *types.Pointer:
			t = u.Elem()
			continue
		case *types.Interface:
			_, isParam := t.(*types.TypeParam)
			return isParam || u.NumMethods() == 0 || u.NumMethods() == 1 && u.Method(0).Name() == "String"
		}
		return false
	}
	return false // type T []T
}
