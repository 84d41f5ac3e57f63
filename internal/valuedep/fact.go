package valuedep

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

// A Fact is what is told to other packages of a function: plain data, over the
// function's parameters.
type Fact struct {
	// Results says what each result depends on; a result with Any depends on
	// all of the arguments, for all that is known.
	Results []FactResult
	// Outs says what is written into what a parameter leads to.
	Outs  []FactOut
	Sinks []FactSink
	Gets  []FactGet
	// Puts says what is put into the context that is returned.
	Puts []FactPut
}

// A FactPut is what is put into a context under one key.
type FactPut struct {
	Name string
	Deps []FactDep
}

// A FactResult is what one result depends on.
type FactResult struct {
	Any  bool
	Deps []FactDep
	// Computed says that something is looked up for it.
	Computed bool
}

// A FactOut is what is written into one parameter, the receiver counted.
type FactOut struct {
	Param int
	Deps  []FactDep
}

// A FactDep is a Dep as data.
type FactDep struct {
	Kind     Kind
	Index    int
	Path     string
	Name     string
	Called   bool
	Whole    bool
	Via      Via
	Expr     string
	Evidence []template.Evidence
}

// A FactSink is a Sink as data.
type FactSink struct {
	Kind                          Op
	Key, Lift                     []FactDep
	Miss, Handles, Remote, Errors bool
	Store, Text                   string
}

// A FactGet is a look-up as data.
type FactGet struct {
	Store string
	Key   []FactDep
	// Served says that more is made of what is found than to see that it is there.
	Served bool
}

// String prints the fact for tests: "0 <- 2.ID, context(pkg.key)".
func (f *Fact) String() string {
	var out []string
	for i, r := range f.Results {
		if !r.Any {
			out = append(out, fmt.Sprintf("result %d <- %s", i, factDeps(r.Deps)))
		}
	}
	for _, o := range f.Outs {
		out = append(out, fmt.Sprintf("parameter %d <- %s", o.Param, factDeps(o.Deps)))
	}
	for _, s := range f.Sinks {
		verb := []string{"get", "set", "load"}[s.Kind]
		out = append(out, fmt.Sprintf("%s %s <- %s", verb, factDeps(s.Key), factDeps(s.Lift)))
	}
	for _, g := range f.Gets {
		out = append(out, "get "+factDeps(g.Key))
	}
	for _, p := range f.Puts {
		out = append(out, "put "+p.Name+" <- "+factDeps(p.Deps))
	}
	return strings.Join(out, "; ")
}

func factDeps(ds []FactDep) string {
	var out []string
	for _, d := range ds {
		s := fmt.Sprint(d.Index)
		switch {
		case d.Kind == Param && d.Index == Recv:
			s = "receiver"
		case d.Kind != Param:
			s = []string{"", "context", "carried", "element", "var", "result"}[d.Kind] + "(" + d.Name + ")"
		}
		if d.Called {
			s += "()"
		}
		out = append(out, exprOf(s, d.Path))
	}
	return "[" + strings.Join(out, " ") + "]"
}

// FactOf returns what other packages should know of fn, nil when it says no
// more than a call does: that a result depends on all the arguments.
func (a *Analysis) FactOf(fn *ssa.Function) *Fact {
	defer fault.At(fn.Pos())
	f := &Fact{}
	for _, s := range a.Sinks(fn) {
		if len(s.lift) > 0 && hasParam(s.Key) && isTold(s.Key, fn) && len(f.Sinks) < maxImpls {
			f.Sinks = append(f.Sinks, FactSink{Kind: s.kind, Key: a.toFact(s.Key, fn), Lift: a.toFact(s.lift, fn), Miss: s.Miss, Handles: s.Handles,
				Remote: s.remote, Errors: s.errors, Store: s.store, Text: s.Text})
		}
	}
	for _, g := range a.getsOf(fn) {
		if g.depth < maxLift && g.isWrapped() && isTold(g.key, fn) && len(f.Gets) < maxImpls {
			f.Gets = append(f.Gets, FactGet{g.store, a.toFact(g.key, fn), g.store == "" || a.isServed(g)})
		}
	}
	a.factResults(fn, f)
	a.factOuts(fn, f)
	for _, p := range a.puts(fn) {
		f.Puts = append(f.Puts, FactPut{p.name, a.toFact(p.deps, fn)})
	}
	if len(f.Puts) == 0 && len(f.Results) == 0 && len(f.Outs) == 0 && len(f.Sinks) == 0 && len(f.Gets) == 0 {
		return nil
	}
	return f
}

// isTold reports whether all that a key is made of means something outside fn: a
// key of which a part is lost would be another key.
func isTold(key []*Dep, fn *ssa.Function) bool {
	return !slices.ContainsFunc(key, func(d *Dep) bool {
		return d.Apart || d.Kind == Element || d.Kind == Param && d.Fn != fn && d.Fn != nil && !(d.Type != nil && isContext(d.Type))
	})
}

// factResults fills in what the results depend on, where that says anything:
// that a context is read, or that a parameter does not count.
func (a *Analysis) factResults(fn *ssa.Function, f *Fact) {
	renders := handsOutParts(fn)
	if !takesContext(fn.Signature) && dataParams(fn) < 2 && !renders {
		return
	}
	some := false
	for i := range fn.Signature.Results().Len() {
		r := FactResult{Any: true}
		if !isError(fn.Signature.Results().At(i).Type()) {
			if deps, ok := a.resultsOf(fn, i, "", false); ok && !deps.cut && (readsContext(deps.List) || leavesOut(fn, deps.List) || renders && onlyParts(deps.List)) {
				r = FactResult{Deps: a.toFact(a.whole(fn, i, deps.List), fn), Computed: deps.computed}
				some = true
			}
		}
		f.Results = append(f.Results, r)
	}
	if !some {
		f.Results = nil
	}
}

// factOuts fills in what is written into the parameters, where that says
// anything.
func (a *Analysis) factOuts(fn *ssa.Function, f *Fact) {
	if !takesContext(fn.Signature) && dataParams(fn) < 3 {
		return
	}
	for i, p := range fn.Params {
		if _, isPtr := p.Type().Underlying().(*types.Pointer); !isPtr || isHandle(p.Type()) || paramIndex(p) == Recv {
			continue
		}
		outs := a.outsOf(fn, i, "")
		if deps := outs.List; len(deps) > 0 && !outs.cut && (readsContext(deps) || leavesOut(fn, deps)) {
			f.Outs = append(f.Outs, FactOut{i, a.toFact(deps, fn)})
		}
	}
}

// isData reports whether a parameter can tell values apart.
func isData(p *ssa.Parameter) bool {
	return paramIndex(p) != Recv && !isContext(p.Type()) && !isRequest(p.Type()) && !isHandle(p.Type()) && !noiseName(p.Name())
}

func dataParams(fn *ssa.Function) int {
	n := 0
	for _, p := range fn.Params {
		if isData(p) {
			n++
		}
	}
	return n
}

// leavesOut reports whether what depends on some parameters of fn does not
// depend on another.
func leavesOut(fn *ssa.Function, ds []*Dep) bool {
	if len(ds) == 0 {
		return false // a constant, or what could not be followed
	}
	for _, p := range fn.Params {
		if isData(p) && !slices.ContainsFunc(ds, func(d *Dep) bool { return d.Kind == Param && d.Fn == fn && d.Index == paramIndex(p) }) {
			return true
		}
	}
	return false
}

func readsContext(ds []*Dep) bool {
	return slices.ContainsFunc(ds, func(d *Dep) bool { return d.Kind == Context })
}

func takesContext(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if isContext(p.Type()) || isRequest(p.Type()) {
			return true
		}
	}
	return false
}

// toFact keeps what means something outside fn.
func (a *Analysis) toFact(ds []*Dep, fn *ssa.Function) []FactDep {
	var out []FactDep
	for _, d := range ds {
		switch {
		case d.Kind == Element, d.Kind == result:
			continue
		case d.Kind == Param && d.Fn != fn && d.Fn != nil:
			continue
		case d.Type != nil && a.isHandle(d.Type) && !d.Called && d.Kind != Carried:
			continue
		}
		out = append(out, FactDep{Kind: d.Kind, Index: d.Index, Path: d.Path, Name: d.Name, Called: d.Called, Whole: d.Whole, Via: d.Via, Expr: d.Expr, Evidence: d.Evidence})
	}
	return out
}

// A Summary is what a function of another package is known to do.
type Summary struct {
	// Results says what each result depends on; nil: it is not known.
	Results []*Deps
	// Outs says what is written into an argument, the receiver counted.
	Outs map[int][]*Dep
	// Sinks are the places where it stores what its callers gave it.
	Sinks []*Sink
	gets  []*get
	puts  []put
}

// Summary returns the fact as the analysis uses it.
func (f *Fact) Summary() *Summary {
	s := &Summary{}
	for _, r := range f.Results {
		if r.Any {
			s.Results = append(s.Results, nil)
			continue
		}
		s.Results = append(s.Results, &Deps{List: fromFact(r.Deps), computed: r.Computed})
	}
	for _, o := range f.Outs {
		if s.Outs == nil {
			s.Outs = map[int][]*Dep{}
		}
		s.Outs[o.Param] = fromFact(o.Deps)
	}
	for _, k := range f.Sinks {
		s.Sinks = append(s.Sinks, &Sink{kind: k.Kind, Key: fromFact(k.Key), lift: fromFact(k.Lift), Miss: k.Miss, Handles: k.Handles,
			remote: k.Remote, errors: k.Errors, store: k.Store, Text: k.Text})
	}
	for _, g := range f.Gets {
		s.gets = append(s.gets, &get{store: g.Store, key: fromFact(g.Key), served: g.Served})
	}
	for _, p := range f.Puts {
		s.puts = append(s.puts, put{p.Name, fromFact(p.Deps)})
	}
	return s
}

func fromFact(ds []FactDep) []*Dep {
	var out []*Dep
	for _, d := range ds {
		out = append(out, &Dep{Atom: Atom{Root{Kind: d.Kind, Index: d.Index, Name: d.Name}, d.Path}, Called: d.Called, Whole: d.Whole, Via: d.Via, Expr: d.Expr, Evidence: d.Evidence})
	}
	return out
}

// InterfaceFacts returns what is known of the package's interface methods by
// the implementations that stand beside them.
func (a *Analysis) InterfaceFacts() map[*types.Func]*Fact {
	out := map[*types.Func]*Fact{}
	for _, tn := range a.typeNames {
		iface, ok := tn.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.Methods() {
			m = m.Origin()
			all := &Fact{}
			for _, fn := range a.implementations(m) {
				if f := a.FactOf(fn); f != nil {
					all.Sinks = append(all.Sinks, f.Sinks...)
					all.Gets = append(all.Gets, f.Gets...)
					all.readContext(f, m.Signature())
				}
			}
			if len(all.Sinks)+len(all.Gets)+len(all.Results) > 0 {
				out[m] = all
			}
		}
	}
	return out
}

// readContext adds what an implementation of a method takes from the context.
// There may be other implementations elsewhere, so that each parameter counts.
func (f *Fact) readContext(impl *Fact, sig *types.Signature) {
	for i, r := range impl.Results {
		var deps []FactDep
		for _, d := range r.Deps {
			if d.Kind == Context {
				deps = append(deps, d)
			}
		}
		if len(deps) == 0 {
			continue
		}
		if f.Results == nil {
			f.Results = make([]FactResult, len(impl.Results))
			for j := range f.Results {
				f.Results[j].Any = true
			}
		}
		if f.Results[i].Any {
			f.Results[i] = FactResult{Computed: true}
			for j := range sig.Params().Len() {
				if p := sig.Params().At(j); !isContext(p.Type()) && !isHandle(p.Type()) {
					deps = append(deps, FactDep{Kind: Param, Index: j, Via: Call, Expr: p.Name()})
				}
			}
		}
		f.Results[i].Deps = append(f.Results[i].Deps, deps...)
	}
}
