package analyzer

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/valuedep"
)

// dependencies are the tenants that the values stored under keys depend on,
// where the key leaves them out: the evidence that a missing tenant is no
// harmless one.
type dependencies map[*keyuse.Use][]*valuedep.Dep

// dependenciesOf asks what keydeps would tell of each use.
func dependenciesOf(pass *analysis.Pass, p *policy, o *origins) dependencies {
	deps := pass.ResultOf[valuedepAnalyzer].(*valueDeps)
	deps.mu.Lock()
	defer deps.mu.Unlock()
	if deps.analysis == nil {
		return nil
	}
	deps = deps.under(p, pass.ResultOf[keyuse.Analyzer].(*keyuse.Result))
	out := dependencies{}
	k := &keydeps{pass: pass, p: p, deps: deps, o: o}
	for _, fn := range deps.analysis.Funcs() {
		for _, s := range deps.analysis.Sinks(fn) {
			if l := k.lack(s); l != nil && l.use != nil {
				out[l.use] = append(out[l.use], l.inputs...)
			}
		}
	}
	return out
}

// explain adds to a finding what the values under its key depend on.
func (ds dependencies) explain(f *finding) {
	var names []string
	for _, u := range f.uses {
		for _, d := range ds[u] {
			// What a context carries has no name of its own here.
			if d.Kind == valuedep.Carried || d.Expr == "" || slices.Contains(names, d.Expr) {
				continue
			}
			names = append(names, d.Expr)
			if d.Pos.IsValid() {
				f.related = append(f.related, analysis.RelatedInformation{Pos: d.Pos, Message: fmt.Sprintf("the value depends on %s", d.Expr)})
			}
		}
	}
	if len(names) > 0 {
		f.message += "; the cached value depends on " + strings.Join(names, " and ")
	}
}
