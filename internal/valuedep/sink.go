package valuedep

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

// A Sink is a place where a value is stored under a key, as it looks from one
// function: the one that calls the store, or one that calls a wrapper of it.
type Sink struct {
	Instr ssa.Instruction // in the function, or in a literal inside it
	Key   []*Dep          // what the key is made of
	// Missing are the inputs that the key leaves out, where this is the
	// function to tell.
	Missing []*Dep
	// Miss says that the value is what is looked up after a miss.
	Miss bool
	// Handles says that the value is a handle, kept for use, not data.
	Handles bool
	// Tenanted is the type of the object that the cache lives in.
	Owner *ssa.Parameter
	// Text is the key as the function that calls the store has it.
	Text string
	// Once says that there is no key: the value is made for the first caller.
	Once bool
	// Partial says that the value may depend on more than was found: a bound
	// was hit.
	Partial bool

	kind   Op
	site   *Site
	remote bool
	errors bool
	// passing says that the store lives for one request.
	passing bool
	// holder is the parameter that the store is, or is in; nil: another.
	holder *ssa.Parameter
	store  string
	inner  *Sink  // of the wrapper that is called; nil at the store itself
	lift   []*Dep // what the callers are to ask of their arguments
	depth  int    // calls between the function and the store call
}

// Sinks returns the sinks of a declared function, those of the function
// literals inside it among them.
func (a *Analysis) Sinks(fn *ssa.Function) []*Sink {
	defer fault.At(fn.Pos())
	if s, ok := a.sinks[fn]; ok {
		return s
	}
	a.sinks[fn] = nil // for recursion
	if obj, ok := fn.Object().(*types.Func); ok && isInstrument(obj) {
		return nil
	}
	var out []*Sink
	a.each(fn, func(in ssa.Instruction) {
		out = append(out, a.sinksAt(fn, in)...)
	})
	a.sinks[fn] = out
	a.lifts[fn] = questions(out)
	return out
}

// each calls f for the instructions of fn and of the literals in it.
func (a *Analysis) each(fn *ssa.Function, f func(ssa.Instruction)) {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			f(in)
		}
	}
	for _, anon := range fn.AnonFuncs {
		a.each(anon, f)
	}
}

func (a *Analysis) sinksAt(fn *ssa.Function, in ssa.Instruction) []*Sink {
	var sinks []*Sink
	direct := func(s *Site) {
		if s.Op != Get && !a.isLocal(s, fn) {
			sinks = append(sinks, a.direct(fn, s))
		}
	}
	if s := a.mapSite(in); s != nil {
		direct(s)
		return sinks
	}
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return nil
	}
	sites := a.Sites(call)
	for _, s := range sites {
		direct(s)
	}
	if len(sites) > 0 {
		return sinks
	}
	found := false
	for _, s := range a.calleeSinks(call) {
		found = true
		sinks = append(sinks, a.lifted(fn, call, s))
	}
	if !found {
		if s := a.shape(call); s != nil {
			direct(s)
		}
	}
	return sinks
}

// calleeSinks returns the sinks of a called function that its callers have to
// look at.
func (a *Analysis) calleeSinks(call ssa.CallInstruction) []*Sink {
	com := call.Common()
	if isInstrument(calleeObject(com)) {
		return nil
	}
	var sinks []*Sink
	found := 0
	of := func(fn *ssa.Function) {
		found += len(a.Sinks(fn))
		sinks = append(sinks, a.lifts[fn]...)
	}
	if fn := a.body(com.StaticCallee()); fn != nil {
		if fn.Parent() == nil {
			of(fn)
		}
	} else if com.IsInvoke() {
		for _, fn := range a.implementations(com.Method.Origin()) {
			of(fn)
		}
	}
	if found == 0 {
		if k := a.Known(calleeObject(com)); k != nil {
			sinks = questions(k.Sinks)
		}
	}
	return sinks
}

// direct makes the sink of a store call.
func (a *Analysis) direct(fn *ssa.Function, s *Site) *Sink {
	sink := &Sink{Instr: s.Instr, kind: s.Op, site: s, remote: s.Remote, errors: s.Errors, store: s.Store, Owner: a.owner(s), Text: s.Text, Once: s.Once}
	front := a.frontier(func(w *walk, c from) {
		for _, k := range s.Keys {
			w.value(k.Value, k.Path, c)
		}
	}, s.Instr)
	if s.Handle != nil {
		sink.holder = holder(s.Handle)
		fromContext := a.pick(front, s.Handle, s.Instr)
		sink.passing = fromContext && s.isOwnMap()
	}
	w := a.newWalk()
	w.front = front
	c := from{use: s.Instr, pos: s.Instr.Pos()}
	for _, v := range s.Values {
		sink.Handles = sink.Handles || v.Path == "" && isHandle(valueType(v.Value))
		w.value(v.Value, v.Path, c)
	}
	for _, l := range s.Loaders {
		if s.Once {
			w.effects(l, c)
			continue
		}
		w.loader(l, s.Errors, c)
	}
	if s.Built {
		w.deps.List = slices.DeleteFunc(w.deps.List, func(d *Dep) bool { return d.Kind != Context && d.Kind != Carried })
	}
	a.classify(fn, sink, front, w)
	return sink
}

// pick adds to a key what its store was picked by: a cache that is one of many
// needs nothing in its keys of what tells it from the others. It reports whether
// the store came out of a context. A map of the program's own that did lives for
// one request; a client or a cache in a context is everyone's.
//
//	caches[tenantID].Set(id, row)
//	manager, err := s.managerOf(ctx, tenantID); manager.Put(id, row)
func (a *Analysis) pick(front *Frontier, store ssa.Value, use ssa.Instruction) (fromContext bool) {
	w := a.newWalk()
	w.place = true
	w.value(store, "", from{use: use})
	for _, d := range w.deps.List {
		d.Picked = true
	}
	front.Deps = append(front.Deps, w.deps.List...)
	return slices.ContainsFunc(w.deps.List, func(d *Dep) bool { return d.Kind == Context })
}

// isOwnMap reports whether a store is a map of the program's own.
func (s *Site) isOwnMap() bool { return s.Store != "" && !s.Remote }

// frontier walks a key.
func (a *Analysis) frontier(key func(*walk, from), use ssa.Instruction) *Frontier {
	w := a.newWalk()
	w.own = &Frontier{a: a}
	key(w, from{use: use, pos: use.Pos()})
	w.own.Deps, w.own.fresh = w.deps.List, w.deps.fresh
	return w.own
}

// loader adds what the results of a loader depend on; its parameters are what
// the store calls it with, the key among them.
func (w *walk) loader(l Part, errors bool, c from) {
	w.computed = true
	fvs, _ := w.a.functionsAt(l)
	for _, fv := range fvs {
		if fv.param != nil {
			w.called(fv, c)
			continue
		}
		b := w.a.body(fv.fn)
		if b == nil || !w.enter() {
			continue
		}
		if errors {
			w.outcome(b, fv, c)
		} else {
			w.results(b, fv, c)
		}
		w.a.leave()
	}
}

func (w *walk) results(fn *ssa.Function, fv funcValue, c from) {
	returns := false
	for i := range fn.Signature.Results().Len() {
		if isError(fn.Signature.Results().At(i).Type()) {
			continue
		}
		returns = true
		if deps, ok := w.a.resultsOf(fn, i, "", false); ok {
			w.also(deps)
			w.substituteBound(deps.List, fn, fv, nil, c)
		}
	}
	if !returns {
		w.filled(fn, fv, c)
	}
}

// filled adds what a loader that returns nothing but an error puts into what
// it is given for the value.
//
//	func(ctx context.Context, key string, dest groupcache.Sink) error { return dest.SetString(…) }
func (w *walk) filled(fn *ssa.Function, fv funcValue, c from) {
	for i, p := range fn.Params {
		if isContext(p.Type()) || paramIndex(p) == Recv {
			continue
		}
		deps := w.a.outsOf(fn, i, "")
		w.also(deps)
		w.substituteBound(deps.List, fn, fv, nil, c)
	}
}

// lifted makes the sink of a wrapper call from the wrapper's own.
func (a *Analysis) lifted(fn *ssa.Function, call ssa.CallInstruction, s *Sink) *Sink {
	sink := &Sink{Instr: call, kind: s.kind, remote: s.remote, errors: s.errors, store: s.store, Miss: s.Miss, Handles: s.Handles, Text: s.Text, inner: s, depth: s.depth + 1}
	if args, obj := callArgs(call.Common()), calleeObject(call.Common()); len(args) > 0 && obj != nil && obj.Signature().Recv() != nil {
		sink.Owner = a.owner(&Site{Handle: args[0], Remote: s.remote})
	}
	front := a.frontier(func(w *walk, c from) {
		for _, k := range s.Key {
			w.place = k.Picked // what was put into the store is not in the key
			w.bind(k, call, c)
		}
		w.place = false
	}, call)
	if store := a.storeGiven(call, s); store != nil && !s.remote {
		sink.holder = holder(store)
		fromContext := a.pick(front, store, call)
		sink.passing = fromContext && s.store != "" || a.isLocal(&Site{Instr: call, Handle: store}, call.Parent())
	}
	w := a.newWalk()
	w.front = front
	c := from{use: call, pos: call.Pos()}
	if s.Instr != nil && s.Instr.Parent() != nil {
		c.way = []Step{{s.Instr.Pos(), "stored"}}
	}
	for _, d := range s.lift {
		if d.Called {
			w.loaderArgument(d, call, s.errors, c)
			continue
		}
		w.bind(d, call, c)
	}
	a.classify(fn, sink, front, w)
	return sink
}

// bind follows a callee's dependency to what the call gives for it.
func (w *walk) bind(d *Dep, call ssa.CallInstruction, c from) {
	arg := boundTo(d, call)
	switch {
	case d.Kind != Param:
		w.passFrom(d, call, c)
	case arg != nil && d.Called:
		w.funcResults(Part{arg, d.Path}, c.by(d.Via))
	case arg != nil:
		w.value(arg, d.Path, c.by(d.Via).at(call.Pos()))
	}
}

func (w *walk) loaderArgument(d *Dep, call ssa.CallInstruction, errors bool, c from) {
	if arg := boundTo(d, call); arg != nil {
		w.loader(Part{arg, d.Path}, errors, c)
	}
}

func boundTo(d *Dep, call ssa.CallInstruction) ssa.Value {
	com := call.Common()
	i := d.Index
	args := callArgs(com)
	if com.IsInvoke() || com.Signature().Recv() != nil {
		i++
	}
	if d.Kind != Param || d.Fn != nil && d.Fn.Parent() != nil || i < 0 || i >= len(args) {
		return nil // what a literal is given, its caller does not know
	}
	return args[i]
}

// known adds what another package's function is known to depend on.
func (w *walk) known(deps []*Dep, call ssa.CallInstruction, c from) {
	for _, d := range deps {
		w.bind(d, call, c)
	}
}

// Plain reports whether the sink stores what it is given, without having looked
// for it under the key before.
func (s *Sink) Plain() bool { return s.kind == Set && !s.Miss }

// Field returns the input that is one field of the input d, nil when the key
// has it.
func (s *Sink) Field(d *Dep, f *types.Var) *Dep {
	e := *d
	e.Path = below(d.Path, f.Name())
	e.Expr = d.Expr + "." + f.Name()
	e.Type, e.Evidence = f.Type(), nil
	_, e.Evidence = evidence(e.Expr, f.Type(), "")
	if n := namedOf(d.Type); n != nil && f.Pkg() != nil {
		e.Evidence = append(e.Evidence, template.Evidence{Kind: template.ByField, Text: f.Pkg().Path() + "." + n.Obj().Name() + "." + f.Name()})
	}
	for _, k := range s.Key {
		if k.Root == e.Root && isPrefix(k.Path, e.Path) {
			return nil
		}
	}
	return &e
}
