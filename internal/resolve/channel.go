package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// received evaluates <-ch by what is sent into ch, when all of that is in
// sight: a channel that a function makes and keeps, or one in a field that
// nobody outside the package can reach.
func (r *Resolver) received(ch ssa.Value) (template.Value, bool) {
	key, ok := r.channel(ch)
	if !ok {
		return template.Value{}, false
	}
	sends := r.index.sends[key]
	if len(sends) == 0 || len(sends) > maxImpls {
		return template.Value{}, false
	}
	vals := make([]template.Value, 0, len(sends))
	for _, s := range sends {
		v := r.eval(s)
		if v.Any(func(h *template.Hole) bool { return h.IsAnySelf() }) {
			return template.Value{}, false // sent on and on
		}
		vals = append(vals, v)
	}
	return template.JoinValues(vals...), true
}

// channel returns what a channel is known by: where it is made, or the field
// that it is in.
func (r *Resolver) channel(ch ssa.Value) (any, bool) {
	for range maxChain {
		switch x := ch.(type) {
		case *ssa.MakeChan:
			return x, kept(x)
		case *ssa.ChangeType:
			ch = x.X
			continue
		case *ssa.UnOp:
			if fa, ok := x.X.(*ssa.FieldAddr); ok {
				f := fieldOf(fa.X.Type(), fa.Field)
				return f, f != nil && !f.Exported() && f.Pkg() == r.pkg.Pkg && r.madeHere(f)
			}
		}
		return nil, false
	}
	return nil, false
}

// madeHere reports whether a field only ever holds channels that are made for
// it.
func (r *Resolver) madeHere(f *types.Var) bool {
	for _, st := range r.index.fields[f] {
		if m, ok := st.Val.(*ssa.MakeChan); !ok || len(*m.Referrers()) != 1 {
			return false
		}
	}
	return true
}

// kept reports whether a channel is only sent to, received from and closed.
func kept(ch ssa.Value) bool {
	for _, ref := range *ch.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Send, *ssa.UnOp, *ssa.Select, *ssa.DebugRef:
		case *ssa.ChangeType:
			if !kept(ref) {
				return false
			}
		case *ssa.Call:
			if b, ok := ref.Call.Value.(*ssa.Builtin); !ok || b.Name() != "close" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// send notes what is sent under the channel that it goes to.
func (r *Resolver) send(ch, x ssa.Value) {
	if u, ok := ch.(*ssa.UnOp); ok {
		if fa, ok := u.X.(*ssa.FieldAddr); ok {
			f := fieldOf(fa.X.Type(), fa.Field)
			r.index.sends[f] = append(r.index.sends[f], x)
		}
		return
	}
	r.index.sends[ch] = append(r.index.sends[ch], x)
}

// selected returns the channel that result index of a select is received from.
//
//	t1 = select blocking [<-ctx.Done(), <-w.jobs]   (index int, recvOk bool, T0, T1)
//	t2 = extract t1 #3
func selected(s *ssa.Select, index int) (ssa.Value, bool) {
	n := index - 2
	for _, st := range s.States {
		if st.Dir != types.RecvOnly {
			continue
		}
		if n == 0 {
			return st.Chan, true
		}
		n--
	}
	return nil, false
}
