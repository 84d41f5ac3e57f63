package valuedep

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A wrapper can be given the store, or what holds it: whose that is, its caller
// knows.
//
//	func write(p *pages, id string, v any) { p.byID[id] = v }
//	p := newPages(); write(p, id, row) // lives as long as the call

// storeGiven returns the argument that a wrapper's store is, or is in; nil when
// that is none of them.
func (a *Analysis) storeGiven(call ssa.CallInstruction, s *Sink) ssa.Value {
	com := call.Common()
	args := callArgs(com)
	if fn := a.body(com.StaticCallee()); fn != nil && s.holder != nil && s.holder.Parent() == fn {
		if i := slices.Index(fn.Params, s.holder); i < len(args) {
			return args[i]
		}
	}
	if com.IsInvoke() || com.Signature().Recv() != nil {
		return args[0]
	}
	return nil
}

// holder returns the parameter that v is, or is a part of.
func holder(v ssa.Value) *ssa.Parameter {
	for range maxTree {
		switch x := v.(type) {
		case *ssa.Parameter:
			return x
		case *ssa.UnOp:
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		default:
			return nil
		}
	}
	return nil
}

// holdsHandle reports whether v is a variable of which all that is known is that
// a handle is in it: a receiver or a client that a closure captures.
func (w *walk) holdsHandle(v ssa.Value) bool {
	al, ok := v.(*ssa.Alloc)
	if !ok {
		return false
	}
	t := deref(al.Type())
	_, isChan := t.Underlying().(*types.Chan)
	return refers(t) && !isChan && w.a.isHandle(t) && !isFilled(t)
}
