package resolve

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// lastUse is the place where a pointer's memory is looked at when no load is:
// where the pointer is returned or handed on last; nil where a field points to
// it, through which it may be written later.
func (r *Resolver) lastUse(root ssa.Value) ssa.Instruction {
	if a, ok := root.(*ssa.Alloc); ok && r.behindField(a) {
		return nil
	}
	var last ssa.Instruction
	if refs := root.Referrers(); refs != nil {
		for _, ref := range *refs {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == root {
				continue // a write, after which it is looked at
			}
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
			if (w.store != nil || r.changes(p, w)) && r.mayFollow(site, w.instr) {
				return true, nil
			}
		}
	}
	return false, site
}

// changes reports whether a call of a function of this package, that is handed
// the address, writes to the place.
func (r *Resolver) changes(p place, w write) bool {
	if w.call == nil || len(w.path) > len(p.path) {
		return false
	}
	_, param := r.paramOf(w)
	return param != nil && len(r.relevant(place{root: param, path: p.path[len(w.path):]})) > 0
}

// unordered is why a value is not known that closures change.
const unordered = "is put together where the order is not known"

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
			if r.changes(p, w) {
				vals = append(vals, template.UnknownValue(unordered))
			}
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
	return r.named(out, v)
}

// concurrent reports whether a function is the body of a go statement.
func (r *Resolver) concurrent(fn *ssa.Function) bool {
	mc := r.index.closures[fn]
	if mc == nil {
		return false
	}
	return slices.ContainsFunc(*mc.Referrers(), func(ref ssa.Instruction) bool { _, ok := ref.(*ssa.Go); return ok })
}
