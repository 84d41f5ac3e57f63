package analyzer

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
)

// newTenantkey returns the rule that compares keys with the registry.
func newTenantkey(s *settings) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "tenantkey",
		Doc:        docOf("tenantkey"),
		URL:        rulesURL + "#tenantkey",
		Requires:   []*analysis.Analyzer{keyuse.Analyzer, valuedepAnalyzer, syntaxAnalyzer},
		ResultType: reflect.TypeFor[Findings](),
		Run: func(pass *analysis.Pass) (any, error) {
			p, err := s.policy(pass)
			if err != nil {
				return nil, err
			}
			return runTenantkey(pass, p, s.unresolved), nil
		},
	}
	a.Flags.StringVar(&s.file, "registry", "", "check against the registry in `FILE`, in place of the registry.yaml of each package's directory or module")
	a.Flags.BoolVar(&s.unresolved, "unresolved", false, "report keys that can't be known, and why")
	return a
}

func runTenantkey(pass *analysis.Pass, p *policy, unresolvedToo bool) Findings {
	res := pass.ResultOf[keyuse.Analyzer].(*keyuse.Result)
	o := &origins{pass: pass, root: pass.ResultOf[syntaxAnalyzer].(syntax)}
	ds := directivesOf(pass)
	out := &door{pass: pass}
	var gs groups
	for _, u := range p.uses(res) {
		if inTest(pass.Fset, u.Pos) {
			continue
		}
		j := p.judge(u, unresolvedToo)
		at := o.of(u)
		if ds.accepts(u, at, j) || j.problem == nil {
			continue
		}
		gs.add(j, at)
	}
	var deps dependencies
	if len(gs.all) > 0 {
		deps = dependenciesOf(pass, p, o)
	}
	for _, g := range gs.all {
		f := g.finding(p, o)
		if f.category == Missing {
			deps.explain(f)
		}
		out.report(f)
	}
	ds.check(out)
	return out.out
}

// A group is the uses of one key that is put together at one place: they get
// one finding.
type group struct {
	at  place
	all []*judgement
}

type groups struct {
	all []*group
	by  map[groupKey]*group
}

type groupKey struct {
	at  place
	key string
	cat string
}

func (gs *groups) add(j *judgement, at place) {
	if gs.by == nil {
		gs.by = map[groupKey]*group{}
	}
	// A builder that is told itself is told once, whatever its callers pass.
	k := groupKey{at: at, cat: j.problem.category}
	if at.pos == j.use.KeyPos {
		k.key = j.key()
	}
	g := gs.by[k]
	if g == nil {
		g = &group{at: at}
		gs.by[k] = g
		gs.all = append(gs.all, g)
	}
	g.all = append(g.all, j)
}

func (g *group) finding(p *policy, o *origins) *finding {
	first := g.all[0]
	f := &finding{category: first.problem.category, message: first.problem.message, place: g.at, key: first.key(), pattern: first.patternName()}
	for _, j := range g.all {
		f.uses = append(f.uses, j.use)
		f.related = append(f.related, usedBy(j.use))
	}
	f.related = uniqueRelated(f.related)
	f.fixes = o.fixes(p, first)
	return f
}
