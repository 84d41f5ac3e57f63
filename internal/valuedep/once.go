package valuedep

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// onceShape finds what is made once for all: sync.Once.
func (a *Analysis) onceShape(call ssa.CallInstruction) *Site {
	fn := call.Common().StaticCallee()
	if fn == nil || len(call.Common().Args) != 2 || fn.String() != "(*sync.Once).Do" {
		return nil
	}
	once, f := call.Common().Args[0], call.Common().Args[1]
	if a.isOwn(once) || a.setsUp(once, f) {
		return nil
	}
	return &Site{Instr: call, Op: Load, Once: true, Handle: once, Loaders: []Part{{Value: f}}}
}

// setsUp reports whether what a package's own sync.Once runs sets the process
// up: it makes the one client or manager there is. The settings that it notes
// beside that are the process's, not those of a caller.
func (a *Analysis) setsUp(once, f ssa.Value) bool {
	if _, ok := once.(*ssa.Global); !ok {
		return false
	}
	fvs, _ := a.functions(f)
	found := false
	for _, fv := range fvs {
		b := a.body(fv.fn)
		if b == nil || fv.param != nil {
			return false
		}
		a.each(b, func(in ssa.Instruction) {
			if st, ok := in.(*ssa.Store); ok {
				_, global := st.Addr.(*ssa.Global)
				found = found || global && isHandle(st.Val.Type()) && !isError(st.Val.Type())
			}
		})
	}
	return found
}

// isOwn reports whether a variable was declared by the call that uses it, or
// around the closure that does.
func (a *Analysis) isOwn(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Alloc:
		return true
	case *ssa.FreeVar:
		bs := a.bindings[v]
		return len(bs) == 1 && a.isOwn(bs[0])
	}
	return false
}

// effects adds what a function that is run once leaves behind, in fields and in
// package variables.
func (w *walk) effects(l Part, c from) {
	fvs, _ := w.a.functions(l.Value)
	for _, fv := range fvs {
		b := w.a.body(fv.fn)
		if b == nil || fv.param != nil || !w.enter() {
			continue
		}
		made, cut := map[string]bool{}, w.deps.cut
		w.a.each(b, func(in ssa.Instruction) {
			w.effect(in, c)
			if st, ok := in.(*ssa.Store); ok {
				if g, ok := st.Addr.(*ssa.Global); ok {
					made[globalName(g)] = true
				}
			}
		})
		// What a variable had before it was made is no caller's: raw = zip(raw).
		w.deps.List = slices.DeleteFunc(w.deps.List, func(d *Dep) bool { return d.Kind == Var && made[d.Name] })
		if len(fv.fn.FreeVars) == 0 && fv.recv == nil {
			w.deps.cut = cut // it is given nothing, however large it is
		}
		w.a.leave()
	}
}

func (w *walk) effect(in ssa.Instruction, c from) {
	c.use = nil
	switch in := in.(type) {
	case *ssa.Go:
		// what it starts has not been made when the once is over
	case *ssa.FieldAddr:
		if _, fresh := in.X.(*ssa.Alloc); !fresh && !isHandle(deref(in.Type())) {
			(&writeScan{w: w, c: c, root: in, seen: map[writeKey]bool{}}).from(in, "")
		}
	case *ssa.Store:
		switch to := in.Addr.(type) {
		case *ssa.Global, *ssa.FreeVar:
			if g, ok := to.(*ssa.Global); ok && g.Pkg != w.a.Pkg {
				return // another package is set up
			}
			if !isHandle(in.Val.Type()) && !isError(in.Val.Type()) {
				w.value(in.Val, "", c.at(in.Pos()))
			}
		}
	case ssa.CallInstruction:
		fn := w.a.body(in.Common().StaticCallee())
		if fn == nil {
			return
		}
		for i, p := range fn.Params {
			if refers(p.Type()) {
				w.outs(fn, i, "", in, c.at(in.Pos()))
			}
		}
	}
}
