package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A pointer that a variable's field is given once, and nothing else, is what
// every load of the field is: what is written through one is seen through all.
//
//	t0 = local request (req)
//	t1 = local request (complit)
//	t2 = &t1.options
//	*t2 = t3                  (t3 = new options (complit))
//	*t0 = *t1
//	t4 = &t0.options
//	t5 = *t4                  (t3)

// fieldPointer returns the variable that a load of such a field points to.
func (r *Resolver) fieldPointer(load *ssa.UnOp) (ssa.Value, bool) {
	if _, ok := load.X.(*ssa.FieldAddr); !ok {
		return nil, false
	}
	a := r.pointerAt(r.placeOf(load.X), maxNested)
	return a, a != nil
}

// pointerAt returns the variable that a place, which may be copied from others,
// is given the address of, and nothing else.
func (r *Resolver) pointerAt(p place, left int) (to *ssa.Alloc) {
	if _, ok := p.root.(*ssa.Alloc); !ok || left == 0 {
		return nil
	}
	for _, w := range r.relevant(p) {
		if w.store == nil || to != nil || len(w.path) > len(p.path) || w.maybe {
			return nil
		}
		switch v := w.store.Val.(type) {
		case *ssa.Const: // nil, or a struct that is filled later
			continue
		case *ssa.Alloc:
			to = v
		case *ssa.UnOp:
			to = r.pointerAt(place{v.X, p.path[len(w.path):]}, left-1)
		}
		if to == nil {
			return nil
		}
	}
	return to
}

// throughField follows an address that is stored in a field to the loads of the
// field that are that address.
func (c *collector) throughField(st *ssa.Store, a ssa.Value, path []step) {
	fa, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	for _, load := range c.r.index.loadsOf(fieldOf(fa.X.Type(), fa.Field), st.Parent()) {
		if to, ok := c.r.fieldPointer(load); ok && to == a {
			c.address(load, path)
		}
	}
}

// behindField reports whether a variable is also reached by loads of a field.
func (r *Resolver) behindField(a *ssa.Alloc) bool {
	for _, ref := range *a.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Val != a {
			continue
		}
		fa, ok := st.Addr.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, load := range r.index.loadsOf(fieldOf(fa.X.Type(), fa.Field), st.Parent()) {
			if to, ok := r.fieldPointer(load); ok && to == a {
				return true
			}
		}
	}
	return false
}

// loadsOf returns the loads of a field in a function.
func (x *index) loadsOf(f *types.Var, fn *ssa.Function) []*ssa.UnOp {
	loads, ok := x.loads[fn]
	if !ok {
		loads = map[*types.Var][]*ssa.UnOp{}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				load, ok := instr.(*ssa.UnOp)
				if !ok {
					continue
				}
				if fa, ok := load.X.(*ssa.FieldAddr); ok {
					f := fieldOf(fa.X.Type(), fa.Field)
					loads[f] = append(loads[f], load)
				}
			}
		}
		x.loads[fn] = loads
	}
	return loads[f]
}
