package valuedep

import "golang.org/x/tools/go/ssa"

// lastStore returns the store to the variable v that is the last before use on
// every way, nil when there is none.
func (a *Analysis) lastStore(v ssa.Value, use ssa.Instruction) *ssa.Store {
	al, ok := v.(*ssa.Alloc)
	if !ok || use == nil || al.Parent() != use.Parent() {
		return nil
	}
	var best *ssa.Store
	for _, r := range *al.Referrers() {
		st, ok := r.(*ssa.Store)
		if !ok || st.Addr != al || !a.dominates(st, use) {
			continue
		}
		if best == nil || a.dominates(best, st) {
			best = st
		}
	}
	return best
}

// dominates reports whether x runs before y on every way to y.
func (a *Analysis) dominates(x, y ssa.Instruction) bool {
	if x.Block() != y.Block() {
		return x.Block().Dominates(y.Block())
	}
	for _, in := range x.Block().Instrs {
		if in == x {
			return x != y
		}
		if in == y {
			return false
		}
	}
	return false
}
