package valuedep

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// isServed reports whether more is made of a look-up than to see that there is
// something, or to end it: the value itself is used, or was written where the
// look-up was told to.
func (a *Analysis) isServed(g *get) bool {
	if g.depth > 0 && !g.served {
		return false // the wrapper keeps what it finds to itself
	}
	v, ok := g.instr.(ssa.Value)
	if !ok {
		return false
	}
	t, ok := v.Type().(*types.Tuple)
	if !ok {
		if isError(v.Type()) {
			return fills(v)
		}
		return !isBool(v.Type()) && a.isUsed(v, g, map[ssa.Value]bool{})
	}
	for _, r := range *v.Referrers() {
		// A bool in front of another result is what was found: ok, hit := seen[k].
		if e, ok := r.(*ssa.Extract); ok && (!isBool(e.Type()) || e.Index == 0 && t.Len() > 1) && !isError(e.Type()) && a.isUsed(e, g, map[ssa.Value]bool{}) {
			return true
		}
	}
	return false
}

// isUsed reports whether something is done with what was found, beside looking
// whether it is there, ending it, and handing it to what takes its place.
func (a *Analysis) isUsed(v ssa.Value, g *get, seen map[ssa.Value]bool) bool {
	if v.Referrers() == nil || seen[v] {
		return false
	}
	seen[v] = true
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.DebugRef:
		case *ssa.BinOp:
			if !isZero(r.X) && !isZero(r.Y) {
				return true
			}
		case *ssa.Phi, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.TypeAssert, *ssa.Extract, *ssa.FieldAddr, *ssa.Field, *ssa.UnOp:
			x := r.(ssa.Value)
			_, asserted := r.(*ssa.TypeAssert)
			if (!isBool(x.Type()) || asserted || isBool(deref(v.Type()))) && a.isUsed(x, g, seen) {
				return true
			}
		case *ssa.Store:
			if r.Addr == v || a.isPartOf(r.Addr, g) {
				continue // what was found is only added to, or moved on: e.last = e.current
			}
			al, local := r.Addr.(*ssa.Alloc)
			if r.Val == v && (!local || a.isUsed(al, g, seen)) {
				return true
			}
		case ssa.CallInstruction:
			if !ends(r.Common(), v) && !a.succeeds(r.Common(), v, g) && !addsTo(r, v) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// isPartOf reports whether the address x is in what the look-up g, or another one
// of the same store, found.
func (a *Analysis) isPartOf(x ssa.Value, g *get) bool {
	for range maxTree {
		fa, ok := x.(*ssa.FieldAddr)
		if !ok {
			break
		}
		x = fa.X
	}
	if e, ok := x.(*ssa.Extract); ok {
		x = e.Tuple
	}
	in, ok := x.(ssa.Instruction)
	if !ok || in == g.instr {
		return ok
	}
	s := a.mapSite(in)
	return s != nil && s.Op == Get && s.Store == g.store
}

// endNames begin the names of methods that end what they are called on.
var endNames = []string{"Stop", "Close", "Cancel", "Shutdown", "Kill", "Terminate", "Abort", "Disconnect", "Destroy", "Dispose", "Release", "Unsubscribe", "Wait", "Unlock", "RUnlock"}

// ends reports whether a call ends v: a method of it, or v itself where it is
// a function without parameters and results such as a context's cancel.
func ends(com *ssa.CallCommon, v ssa.Value) bool {
	if com.Value == v && !com.IsInvoke() {
		return com.Signature().Params().Len() == 0 && com.Signature().Results().Len() == 0
	}
	args := callArgs(com)
	return len(args) > 0 && args[0] == v && com.Signature().Recv() != nil && hasPrefix(calleeName(com), endNames)
}

// adders begin the names of methods that add to what they are called on.
var adders = []string{"Merge", "Add", "Append", "Inc", "Increment", "Observe", "Record"}

// addsTo reports whether a call adds to v, a part of what was found, and no more:
// what is kept under the key is gathered, not served.
//
//	groups[key].Jobs = append(groups[key].Jobs, job)
//	groups[key].Message.Merge(msg)
func addsTo(call ssa.CallInstruction, v ssa.Value) bool {
	com := call.Common()
	if b, ok := com.Value.(*ssa.Builtin); ok && b.Name() == "append" && com.Args[0] == v {
		return onlyStoredBack(call.Value(), v)
	}
	args := callArgs(com)
	return len(args) > 1 && args[0] == v && com.Signature().Recv() != nil && com.Signature().Results().Len() == 0 && hasPrefix(calleeName(com), adders)
}

// onlyStoredBack reports whether a value goes only to where v, which it is made
// of, was read from.
func onlyStoredBack(x *ssa.Call, v ssa.Value) bool {
	read, ok := v.(*ssa.UnOp)
	if !ok || x == nil {
		return false
	}
	from, ok := read.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	for _, r := range *x.Referrers() {
		st, ok := r.(*ssa.Store)
		if !ok {
			return false
		}
		if to, ok := st.Addr.(*ssa.FieldAddr); !ok || to.Field != from.Field || !types.Identical(to.X.Type(), from.X.Type()) {
			return false
		}
	}
	return true
}

// succeeds reports whether v is handed to a method of the value that takes its
// place in the store.
func (a *Analysis) succeeds(com *ssa.CallCommon, v ssa.Value, g *get) bool {
	args := callArgs(com)
	if com.Signature().Recv() == nil || len(args) < 2 || args[0] == v || args[0].Referrers() == nil {
		return false
	}
	for _, v := range readings(args[0]) {
		for _, r := range *v.Referrers() {
			if s := a.mapSite(r); s != nil && s.Op == Set && s.Store == g.store && s.Values[0].Value == v {
				return true
			}
		}
	}
	return false
}

// readings returns what stands for the same object as v: a variable that a
// closure captures is read anew at each place.
func readings(v ssa.Value) []ssa.Value {
	u, ok := v.(*ssa.UnOp)
	if !ok {
		return []ssa.Value{v}
	}
	al, ok := u.X.(*ssa.Alloc)
	if !ok {
		return []ssa.Value{v}
	}
	var vs []ssa.Value
	for _, r := range *al.Referrers() {
		if u, ok := r.(*ssa.UnOp); ok && u.X == al {
			vs = append(vs, u)
		}
	}
	return vs
}
