package analyzer

import (
	"cmp"
	"go/token"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
)

// Inventory returns an analyzer that lists the keys of a package, those of
// test files left out. Its result is a []*Entry in source order; it reports
// nothing.
func Inventory(c Config) *analysis.Analyzer {
	s := &settings{config: c}
	rules := newRules(s)
	return &analysis.Analyzer{
		Name:       "tenantkeyinventory",
		Doc:        "list the keys that a package hands to caches\n\nIt reports nothing; its result is a list of analyzer.Entry.",
		URL:        rulesURL,
		Requires:   append([]*analysis.Analyzer{keyuse.Analyzer}, rules...),
		ResultType: reflect.TypeFor[[]*Entry](),
		Run: func(pass *analysis.Pass) (any, error) {
			p, err := s.policy(pass)
			if err != nil {
				return nil, err
			}
			found := map[*keyuse.Use]string{}
			for _, rule := range rules {
				for _, f := range pass.ResultOf[rule].(Findings) {
					for _, u := range f.uses {
						if found[u] == "" {
							found[u] = f.Category
						}
					}
				}
			}
			return entries(pass.Fset, p, pass.ResultOf[keyuse.Analyzer].(*keyuse.Result), found), nil
		},
	}
}

func entries(fset *token.FileSet, p *policy, res *keyuse.Result, found map[*keyuse.Use]string) []*Entry {
	var out []*Entry
	for _, u := range p.uses(res) {
		if inTest(fset, u.Pos) {
			continue
		}
		j := p.judge(u, false)
		e := &Entry{
			Pos: u.Pos, Call: u.Callee, Store: u.Store, Op: string(u.Op),
			Keys: u.Key.Strings(), Tenant: string(j.reading.verdict), Finding: found[u], Pattern: j.patternName(),
		}
		slices.Sort(e.Keys)
		if j.reading.verdict == Unknown {
			e.Why = j.reading.why
		}
		out = append(out, e)
	}
	out = append(out, unseen(fset, p, res)...)
	slices.SortStableFunc(out, func(a, b *Entry) int { return cmp.Compare(a.Pos, b.Pos) })
	return out
}

// unseen lists the interface methods that look like stores, but for those that
// the registry has.
func unseen(fset *token.FileSet, p *policy, res *keyuse.Result) []*Entry {
	var out []*Entry
	for _, m := range res.Unseen() {
		if !inTest(fset, m.Pos) && !p.declares(m.Func) {
			out = append(out, &Entry{Pos: m.Pos, Call: m.Func, Op: string(m.Op), Unseen: m.Key})
		}
	}
	return out
}
