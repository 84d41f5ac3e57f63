package valuedep

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// isLocal reports whether the store was made inside the function and is not
// kept for later: it lives as long as the call.
func (a *Analysis) isLocal(s *Site, fn *ssa.Function) bool {
	if s.Remote || s.Handle == nil || s.Instr.Parent() != fn {
		return false
	}
	v := s.Handle
	for range maxTree {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.Alloc:
			if x.Heap && escapes(x) {
				return false
			}
			y := onlyStore(x)
			if y == nil {
				return !x.Heap
			}
			v = y
		case *ssa.FreeVar:
			bs := a.bindings[x]
			if len(bs) != 1 {
				return false
			}
			v = bs[0]
		case *ssa.Call:
			return hasPrefix(calleeName(x.Common()), []string{"New", "Must", "Make"}) && !slices.ContainsFunc(x.Call.Args, givesMap) && !escapes(x)
		default:
			return false
		}
	}
	return false
}

// givesMap reports whether an argument is a map, which what is made with it may
// keep its entries in.
func givesMap(arg ssa.Value) bool { return isMap(arg.Type()) }

func isMap(t types.Type) bool {
	_, ok := t.Underlying().(*types.Map)
	return ok
}

// escapes reports whether a value is returned, stored, or captured by a
// function that is: one that is only handed to a call ends with it. A variable
// escapes with what it holds.
func escapes(v ssa.Value) bool { return escapesPast(v, map[ssa.Value]bool{}) }

func escapesPast(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	next := func(x ssa.Value) bool { return escapesPast(x, seen) }
	return slices.ContainsFunc(*v.Referrers(), func(r ssa.Instruction) bool {
		switch r := r.(type) {
		case *ssa.Return:
			return true
		case *ssa.MakeClosure:
			i := slices.Index(r.Bindings, v)
			return next(r) || i >= 0 && next(r.Fn.(*ssa.Function).FreeVars[i])
		case *ssa.ChangeType, *ssa.Extract:
			return next(r.(ssa.Value))
		case *ssa.Store:
			al, isVar := r.Addr.(*ssa.Alloc)
			return r.Val == v && (!isVar || next(al))
		case *ssa.UnOp:
			_, isStruct := r.Type().Underlying().(*types.Struct)
			return (isStruct || refers(r.Type())) && next(r)
		case *ssa.FieldAddr:
			return isMap(deref(r.Type())) && next(r)
		case *ssa.Field:
			return isMap(r.Type()) && next(r)
		}
		return false
	})
}
