package valuedep

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A Fact is what is told to other packages of a function: plain data, over the
// function's parameters.
type Fact struct {
	// Results says what each result depends on; a result with Any depends on
	// all of the arguments, for all that is known.
	Results []FactResult
	Sinks   []FactSink
	Gets    []FactGet
}

// A FactResult is what one result depends on.
type FactResult struct {
	Any  bool
	Deps []FactDep
}

// A FactDep is a Dep as data.
type FactDep struct {
	Kind     Kind
	Index    int
	Path     string
	Name     string
	Called   bool
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
}

// String prints the fact for tests: "0 <- 2.ID, context(pkg.key)".
func (f *Fact) String() string {
	var out []string
	for i, r := range f.Results {
		if !r.Any {
			out = append(out, fmt.Sprintf("result %d <- %s", i, factDeps(r.Deps)))
		}
	}
	for _, s := range f.Sinks {
		verb := []string{"get", "set", "load"}[s.Kind]
		out = append(out, fmt.Sprintf("%s %s <- %s", verb, factDeps(s.Key), factDeps(s.Lift)))
	}
	for _, g := range f.Gets {
		out = append(out, "get "+factDeps(g.Key))
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
	f := &Fact{}
	for _, s := range a.Sinks(fn) {
		if len(s.lift) > 0 && hasParam(s.Key) && len(f.Sinks) < maxImpls {
			f.Sinks = append(f.Sinks, FactSink{Kind: s.kind, Key: toFact(s.Key, fn), Lift: toFact(s.lift, fn), Miss: s.Miss, Handles: s.Handles,
				Remote: s.remote, Errors: s.errors, Store: s.store, Text: s.Text})
		}
	}
	for _, g := range a.getsOf(fn) {
		if g.depth < maxLift && g.isWrapped() && len(f.Gets) < maxImpls {
			f.Gets = append(f.Gets, FactGet{g.store, toFact(g.key, fn)})
		}
	}
	some := a.factResults(fn, f)
	if !some && len(f.Sinks) == 0 && len(f.Gets) == 0 {
		return nil
	}
	return f
}

// factResults fills in what the results depend on, and reports whether that
// says anything: that a context is read, or that a parameter does not count.
func (a *Analysis) factResults(fn *ssa.Function, f *Fact) bool {
	if !takesContext(fn.Signature) {
		return false
	}
	some := false
	for i := range fn.Signature.Results().Len() {
		r := FactResult{Any: true}
		if !isError(fn.Signature.Results().At(i).Type()) {
			if deps, ok := a.resultsOf(fn, i, "", false); ok && readsContext(deps.List) {
				r = FactResult{Deps: toFact(deps.List, fn)}
				some = true
			}
		}
		f.Results = append(f.Results, r)
	}
	if !some {
		f.Results = nil
	}
	return some
}

func readsContext(ds []*Dep) bool {
	for _, d := range ds {
		if d.Kind == Context {
			return true
		}
	}
	return false
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
func toFact(ds []*Dep, fn *ssa.Function) []FactDep {
	var out []FactDep
	for _, d := range ds {
		switch {
		case d.Kind == Element, d.Kind == result:
			continue
		case d.Kind == Param && d.Fn != fn && d.Fn != nil:
			continue
		case d.Type != nil && isHandle(d.Type) && !d.Called && d.Kind != Carried:
			continue
		}
		out = append(out, FactDep{Kind: d.Kind, Index: d.Index, Path: d.Path, Name: d.Name, Called: d.Called, Via: d.Via, Expr: d.Expr, Evidence: d.Evidence})
	}
	return out
}

// A Summary is what a function of another package is known to do.
type Summary struct {
	// Results says what each result depends on; nil: it is not known.
	Results [][]*Dep
	// Outs says what is written into an argument, the receiver counted.
	Outs map[int][]*Dep
	// Sinks are the places where it stores what its callers gave it.
	Sinks []*Sink
	gets  []*get
}

// Summary returns the fact as the analysis uses it.
func (f *Fact) Summary() *Summary {
	s := &Summary{}
	for _, r := range f.Results {
		if r.Any {
			s.Results = append(s.Results, nil)
			continue
		}
		s.Results = append(s.Results, append([]*Dep{}, fromFact(r.Deps)...))
	}
	for _, k := range f.Sinks {
		s.Sinks = append(s.Sinks, &Sink{kind: k.Kind, Key: fromFact(k.Key), lift: fromFact(k.Lift), Miss: k.Miss, Handles: k.Handles,
			remote: k.Remote, errors: k.Errors, store: k.Store, Text: k.Text})
	}
	for _, g := range f.Gets {
		s.gets = append(s.gets, &get{store: g.Store, key: fromFact(g.Key)})
	}
	return s
}

func fromFact(ds []FactDep) []*Dep {
	var out []*Dep
	for _, d := range ds {
		out = append(out, &Dep{Atom: Atom{Root{Kind: d.Kind, Index: d.Index, Name: d.Name}, d.Path}, Called: d.Called, Via: d.Via, Expr: d.Expr, Evidence: d.Evidence})
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
				}
			}
			if len(all.Sinks)+len(all.Gets) > 0 {
				out[m] = all
			}
		}
	}
	return out
}
