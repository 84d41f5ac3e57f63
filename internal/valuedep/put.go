package valuedep

import (
	"golang.org/x/tools/go/ssa"
)

// What a callee takes out of its context can have been put into it here: then
// the value depends on that, and not on the caller's context.
//
//	ctx = tenant.NewContext(ctx, tenantID)
//	p, err := store.Project(ctx, id) // reads tenant.FromContext(ctx): tenantID

// A put is what a function puts into the context that it returns.
type put struct {
	name string // of the context's key
	deps []*Dep
}

// put adds what stands in the context ctx under the key name, and reports
// whether that was put there where it can be seen.
func (w *walk) put(ctx ssa.Value, name, path string, c from, depth int) bool {
	if depth > maxTree {
		return false
	}
	next := func(v ssa.Value) bool { return w.put(v, name, path, c, depth+1) }
	switch v := ctx.(type) {
	case *ssa.Extract:
		return next(v.Tuple)
	case *ssa.ChangeInterface:
		return next(v.X)
	case *ssa.FreeVar:
		bs := w.a.bindings[v]
		return len(bs) == 1 && next(bs[0])
	case *ssa.UnOp:
		if st := w.a.lastStore(v.X, v); st != nil {
			return next(st.Val)
		}
		return next(v.X)
	case *ssa.Alloc: // a variable that a closure captures
		found := false
		for _, r := range *v.Referrers() {
			if st, ok := r.(*ssa.Store); ok && st.Addr == v {
				found = next(st.Val) || found
			}
		}
		return found
	case *ssa.Call:
		return w.putBy(v, name, path, c, depth)
	}
	return false
}

// putBy is put for the context that a call returns.
func (w *walk) putBy(call *ssa.Call, name, path string, c from, depth int) bool {
	com := call.Common()
	args := callArgs(com)
	if obj := calleeObject(com); obj != nil && obj.FullName() == "context.WithValue" {
		if key, _ := keyIdentity(args[1]); key == name {
			w.value(args[2], path, c.at(call.Pos()))
			return true
		}
	}
	if fn := w.a.body(com.StaticCallee()); fn != nil && w.a.enter() {
		p := w.a.putIn(putKey{fn, name, path, depth + 1})
		w.a.leave()
		if p.found {
			w.substitute(p.deps, fn, call, c)
			return true
		}
	}
	if k := w.a.Known(calleeObject(com)); k != nil {
		for _, p := range k.puts {
			if p.name == name {
				w.known((&Deps{List: p.deps}).part(path, nil), call, c)
				return true
			}
		}
	}
	for _, arg := range args {
		if isContext(arg.Type()) && w.put(arg, name, path, c, depth+1) {
			return true
		}
	}
	return false
}

// A putKey asks for what a function puts into the context that it returns under
// a name, so many calls and values in.
type putKey struct {
	fn         *ssa.Function
	name, path string
	depth      int
}

// A putFound is the answer.
type putFound struct {
	deps  []*Dep
	found bool
}

// putIn answers a putKey, once for all calls of the function.
func (a *Analysis) putIn(k putKey) putFound {
	p, ok := a.putsFound[k]
	if ok {
		return p
	}
	w := a.newWalk()
	for _, r := range returnsOf(k.fn) {
		p.found = len(r.Results) > 0 && w.put(r.Results[0], k.name, k.path, from{use: r}, k.depth) || p.found
	}
	p.deps = w.deps.List
	a.putsFound[k] = p
	return p
}

// putBefore is put for the context that a call is given.
func (w *walk) putBefore(call ssa.CallInstruction, d *Dep, c from) bool {
	if d.Kind != Context {
		return false
	}
	for _, arg := range callArgs(call.Common()) {
		if isContext(arg.Type()) {
			return w.put(arg, d.Name, d.Path, c.by(d.Via), 0)
		}
	}
	return false
}

// puts returns what fn puts into the context that it returns.
func (a *Analysis) puts(fn *ssa.Function) []put {
	if r := fn.Signature.Results(); r.Len() == 0 || !isContext(r.At(0).Type()) || !takesContext(fn.Signature) {
		return nil
	}
	var out []put
	a.each(fn, func(in ssa.Instruction) {
		call, ok := in.(*ssa.Call)
		if !ok || len(out) > maxImpls {
			return
		}
		if obj := calleeObject(call.Common()); obj == nil || obj.FullName() != "context.WithValue" {
			return
		}
		name, _ := keyIdentity(call.Call.Args[1])
		w := a.newWalk()
		for _, r := range returnsOf(fn) {
			if !w.put(r.Results[0], name, "", from{use: r}, 0) {
				return
			}
		}
		out = append(out, put{name, w.deps.List})
	})
	return out
}
