package valuedep

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// distinguishes reports whether a field of the receiver can differ between two
// callers that share the store: not when the object made the store for itself,
// and not when it holds what the process was set up with.
func (a *Analysis) distinguishes(d *Dep, s *Sink) bool {
	if d.Path == "" {
		return d.Type != nil && !isHandle(d.Type)
	}
	if isSetUp(d.Fn.Params[0].Type()) || d.InConfig() {
		return false
	}
	if s.Owner != nil && paramIndex(s.Owner) == Recv && outermost(s.Owner.Parent()) == outermost(d.Fn) {
		return false
	}
	return d.Type == nil || isScalar(d.Type)
}

// InConfig reports whether an input is a configuration, or a field of one:
// cfg.ProjectID, s.cfg.Namespace. It is said once, when the program or a part of it is set up.
func (d *Dep) InConfig() bool {
	if d.Kind != Param || d.Fn == nil {
		return false
	}
	i := d.Index
	if d.Fn.Signature.Recv() != nil {
		i++
	}
	t := d.Fn.Params[i].Type()
	for _, s := range steps(d.Path) {
		if isConfig(t) {
			return true
		}
		if t = locate(t, s).typ; t == nil {
			return false
		}
	}
	return isConfig(t)
}

// configs end the names of types that hold what something was set up with.
var configs = []string{"Config", "Configuration", "Conf", "Cfg", "Settings", "Env", "Environment", "Flags"}

func isConfig(t types.Type) bool {
	n := namedOf(t)
	return n != nil && slices.ContainsFunc(configs, func(w string) bool {
		return strings.HasSuffix(n.Obj().Name(), w) || strings.EqualFold(n.Obj().Name(), w)
	})
}

// isSetUp reports whether t is a client of some other service, by the secret
// that it holds for that: the account there is a setting of the process.
func isSetUp(t types.Type) bool {
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		p := plain(f.Name())
		if strings.HasSuffix(p, "clientsecret") || strings.HasSuffix(p, "apisecret") || strings.HasSuffix(p, "clientid") {
			return true
		}
	}
	return false
}

// A get is a look-up, in the function or in what it calls.
type get struct {
	instr ssa.Instruction
	store string
	text  string
	key   []*Dep
	depth int // calls between the function and the look-up
	// served says, of a look-up in a wrapper, that the wrapper uses what it finds.
	served bool
}

// getsOf returns the look-ups of a function, those of the wrappers that it
// calls among them.
func (a *Analysis) getsOf(fn *ssa.Function) []*get {
	if g, ok := a.gets[fn]; ok {
		return g
	}
	a.gets[fn] = nil
	var out []*get
	a.each(fn, func(in ssa.Instruction) {
		if s := a.mapSite(in); s != nil && s.Op == Get {
			out = append(out, a.newGet(s))
			return
		}
		call, ok := in.(ssa.CallInstruction)
		if !ok {
			return
		}
		sites := a.Sites(call)
		for _, s := range sites {
			if s.Op == Get {
				out = append(out, a.newGet(s))
			}
		}
		if len(sites) == 0 {
			inner := a.wrappedGets(call)
			if len(inner) == 0 && a.body(call.Common().StaticCallee()) == nil {
				if s := cacheShape(call); s != nil && s.Op == Get {
					inner = append(inner, a.newGet(s))
				}
			}
			out = append(out, inner...)
		}
	})
	out = distinct(out)
	a.gets[fn] = out
	return out
}

// distinct drops look-ups of one key by one instruction.
func distinct(gs []*get) []*get {
	type id struct {
		instr ssa.Instruction
		store string
	}
	seen := map[id]int{}
	return slices.DeleteFunc(gs, func(g *get) bool {
		k := id{g.instr, g.store}
		seen[k]++
		return seen[k] > maxImpls
	})
}

func (a *Analysis) newGet(s *Site) *get {
	g := &get{instr: s.Instr, store: s.Store}
	if len(s.Keys) == 1 {
		g.text = a.text(s.Keys[0].Value)
	}
	g.key = a.frontier(func(w *walk, c from) {
		for _, k := range s.Keys {
			w.value(k.Value, k.Path, c)
		}
	}, s.Instr).Deps
	return g
}

// wrappedGets returns the look-ups that a call makes with its arguments.
func (a *Analysis) wrappedGets(call ssa.CallInstruction) []*get {
	com := call.Common()
	var inner []*get
	if fn := a.body(com.StaticCallee()); fn != nil {
		if fn.Parent() == nil {
			inner = a.getsOf(fn)
		}
	} else if com.IsInvoke() {
		for _, fn := range a.implementations(com.Method.Origin()) {
			inner = append(inner, a.getsOf(fn)...)
		}
	}
	if len(inner) == 0 {
		if k := a.Known(calleeObject(com)); k != nil {
			inner = k.gets
		}
	}
	var out []*get
	for _, g := range inner {
		if g.depth >= maxLift || !g.isWrapped() {
			continue
		}
		front := a.frontier(func(w *walk, c from) {
			for _, k := range g.key {
				w.bind(k, call, c)
			}
		}, call)
		out = append(out, &get{instr: call, store: g.store, key: front.Deps, depth: g.depth + 1, served: g.instr == nil && g.served || g.instr != nil && a.isServed(g)})
	}
	return out
}

// isWrapped reports whether a look-up is what its function is there for: the
// key is a parameter or two, as they are.
func (g *get) isWrapped() bool {
	params := 0
	for _, d := range g.key {
		switch {
		case d.Kind == Param && d.Index != Recv:
			params++
			if strings.Count(d.Path, Sep) > 1 {
				return false
			}
		case d.Kind == Element, d.Kind == result:
			return false
		}
	}
	return params > 0 && params <= maxImpls
}

func hasParam(ds []*Dep) bool {
	for _, d := range ds {
		if d.Kind == Param {
			return true
		}
	}
	return false
}

// sameKey reports whether two keys are made of the same inputs.
func sameKey(x, y []*Dep) bool {
	xs, ys := inputsOf(x), inputsOf(y)
	return len(xs) > 0 && sameSet(xs, ys)
}

// inputsOf returns what tells one key from another: the store's own handle does
// not, in a field or in a package's variable.
func inputsOf(ds []*Dep) map[Atom]bool {
	m := map[Atom]bool{}
	for _, d := range ds {
		if d.Type != nil && isHandle(d.Type) || d.Kind == Param && d.Index == Recv || d.Kind == Var {
			continue
		}
		m[d.Atom] = true
	}
	return m
}

// valueType is the type of what is stored, without the interface that it is
// stored as.
func valueType(v ssa.Value) types.Type {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		return mi.X.Type()
	}
	return v.Type()
}
