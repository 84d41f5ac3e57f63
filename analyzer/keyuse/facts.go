package keyuse

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/resolve"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// returnsKey says what a function returns, over its parameters, where that is
// a key or a part of one.
type returnsKey struct {
	Results []template.Value
}

// takesKey says which parameters of a function reach a store as a key.
type takesKey struct {
	Takings []Taking
}

// holdsKey says what a package-level variable holds for good.
type holdsKey struct {
	Value template.Value
}

// methodsTake says what the methods of an interface take that another package
// declares, of a type that is defined over it: importers see the type with
// methods of its own, and nothing leads from them to the interface.
//
//	type UserCache cache.Cache[int64, *User]
type methodsTake struct {
	Methods []methodTakes
}

// methodTakes is what one of them takes.
type methodTakes struct {
	Name    string
	Owner   string // the declared method, over whose parameters the takings are
	Takings []Taking
}

// A Taking is one parameter that a function hands to a store as a key, or as
// the part of one that its callers choose.
type Taking struct {
	Store   string
	Op      stores.Op
	Pattern bool
	Param   int      // index, the receiver not counted
	Path    []string // fields and elements from the parameter
	Whole   bool     // the key is put together from this and other parameters
	Key     template.Set
	Passed  template.Set // Whole: the key as the function itself hands it on
	Not     []string     // of an interface's method: interfaces around it that the implementation does not have
}

func (*returnsKey) AFact()  {}
func (*takesKey) AFact()    {}
func (*holdsKey) AFact()    {}
func (*methodsTake) AFact() {}

func (f *returnsKey) String() string {
	var out []string
	for _, v := range f.Results {
		out = append(out, valueString(v))
	}
	return "returnsKey(" + strings.Join(out, ", ") + ")"
}

func (f *takesKey) String() string {
	var out []string
	for _, t := range f.Takings {
		out = append(out, fmt.Sprintf("%d%s %s %s %s", t.Param, strings.Join(append([]string{""}, t.Path...), "."), t.Op, t.Store, t.Key))
	}
	return "takesKey(" + strings.Join(out, "; ") + ")"
}

func (f *methodsTake) String() string {
	var out []string
	for _, m := range f.Methods {
		out = append(out, m.Name+": "+(&takesKey{m.Takings}).String())
	}
	return "methodsTake(" + strings.Join(out, ", ") + ")"
}

func (f *holdsKey) String() string { return "holdsKey(" + valueString(f.Value) + ")" }

func valueString(v template.Value) string {
	switch v.Kind {
	case template.IsText:
		return v.Text.String()
	case template.IsRecord:
		var fs []string
		for _, f := range v.Fields {
			fs = append(fs, f.Name+": "+valueString(f.Value))
		}
		return "{" + strings.Join(fs, ", ") + "}"
	}
	var ls []string
	for _, l := range v.Lists {
		var items []string
		for _, it := range l {
			s := valueString(it.Value)
			if it.Many {
				s += "..."
			}
			items = append(items, s)
		}
		ls = append(ls, "["+strings.Join(items, ", ")+"]")
	}
	return strings.Join(ls, " | ")
}

// imported gives the resolver the facts of other packages.
type imported struct{ pass *analysis.Pass }

func (f imported) Returns(fn *types.Func) (*resolve.Summary, bool) {
	var fact returnsKey
	if fn.Pkg() == nil || fn.Pkg() == f.pass.Pkg || !f.pass.ImportObjectFact(fn.Origin(), &fact) {
		return nil, false
	}
	return &resolve.Summary{Results: fact.Results}, true
}

func (f imported) Holds(v *types.Var) (template.Value, bool) {
	var fact holdsKey
	if v.Pkg() == nil || v.Pkg() == f.pass.Pkg || !f.pass.ImportObjectFact(v, &fact) {
		return template.Value{}, false
	}
	return fact.Value, true
}

// takes returns what another package said of a function or interface method.
func (f imported) takes(fn *types.Func) []Taking {
	var fact takesKey
	if fn.Pkg() == nil || fn.Pkg() == f.pass.Pkg || !f.pass.ImportObjectFact(fn.Origin(), &fact) {
		return nil
	}
	return fact.Takings
}

// definedTakes returns what a method takes of a type that another package
// defines over an interface.
func (f imported) definedTakes(m *types.Func, res *resolve.Resolver) []Taking {
	named, ok := types.Unalias(m.Signature().Recv().Type()).(*types.Named)
	var fact methodsTake
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg() == f.pass.Pkg || !f.pass.ImportObjectFact(named.Origin().Obj(), &fact) {
		return nil
	}
	var out []Taking
	for _, of := range fact.Methods {
		if of.Name != m.Name() {
			continue
		}
		for _, t := range of.Takings {
			out = append(out, reowned(t, of.Owner, m, res))
		}
	}
	return out
}

// telling reports whether what a function returns says more than a call of it
// does: some text, a record, or a parameter passed through.
func telling(v template.Value) bool {
	switch v.Kind {
	case template.IsText:
		if len(v.Text) == 0 {
			return false
		}
		some := false
		for _, t := range v.Text {
			for _, p := range t {
				switch {
				case p.Hole == nil:
					some = some || strings.TrimSpace(p.Lit) != ""
				case p.Hole.IsAnySelf():
					return false
				case p.Hole.Origin.Kind != template.Unk && p.Hole.Origin.Kind != template.Local:
					some = true
				default:
					some = some || len(p.Hole.Evidence) > 0 && len(t) > 1
				}
			}
		}
		return some
	case template.IsRecord:
		for _, f := range v.Fields {
			if telling(f.Value) {
				return true
			}
		}
		return false
	}
	for _, l := range v.Lists {
		for _, it := range l {
			if telling(it.Value) {
				return true
			}
		}
	}
	return false
}
