package valuedep

import (
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A field of the receiver can be in the key by another field that is made of it
// where the object is:
//
//	return &Repo{tenantID: tenantID, prefix: "t:" + tenantID + ":"}
//	… r.prefix + id // has r.tenantID

// setWith reports whether the key has the receiver's field d by other fields of
// the receiver, wherever the package makes one.
func (a *Analysis) setWith(d *Dep, front *Frontier) bool {
	sets := a.setsOf(d)
	for _, st := range sets {
		base := st.Addr.(*ssa.FieldAddr).X
		made := a.frontier(func(w *walk, c from) {
			for _, k := range front.Deps {
				if k.Root == d.Root {
					w.fieldSet(base, k, a.setsOf(k), c)
				}
			}
		}, st)
		w := a.newWalk()
		w.front = made
		_, rest, _ := strings.Cut(d.Path, Sep)
		w.value(st.Val, rest, from{use: st})
		if len(w.deps.List) > 0 || len(made.Deps) == 0 {
			return false
		}
	}
	return len(sets) > 0
}

// setsOf returns where the field of the receiver that d begins with is set, nil
// when that is not only where an object is made.
func (a *Analysis) setsOf(d *Dep) []*ssa.Store {
	if d.Path == "" {
		return nil
	}
	f := locate(d.Fn.Params[0].Type(), steps(d.Path)[0]).field
	u := a.fields[f]
	if u == nil || u.late {
		return nil
	}
	return u.sets
}

// fieldSet adds what the field k of the object base is made of. A view that
// another package makes has what it is given.
func (w *walk) fieldSet(base ssa.Value, k *Dep, sets []*ssa.Store, c from) {
	_, rest, _ := strings.Cut(k.Path, Sep)
	for _, st := range sets {
		if st.Addr.(*ssa.FieldAddr).X != base {
			continue
		}
		w.value(st.Val, rest, c)
		if call, ok := st.Val.(*ssa.Call); ok && rest != "" && w.a.body(call.Call.StaticCallee()) == nil {
			for _, arg := range callArgs(call.Common()) {
				w.argument(arg, call, c)
			}
		}
	}
}
