package analyzer

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/registry"
)

// faultyPatterns reports patterns that keep the registry from being proved,
// each at the first key of the package that has it. Not every host can show a
// place in the registry itself, and none tells a rule whether another package
// has said it already.
func (k *keyambiguous) faultyPatterns(ds *directives, out *door) {
	if k.p.reg == nil {
		return
	}
	var faults map[*registry.Pattern]registry.Fault
	told := map[*registry.Pattern]bool{}
	uses := slices.Clone(k.p.uses(k.pass.ResultOf[keyuse.Analyzer].(*keyuse.Result)))
	slices.SortStableFunc(uses, func(a, b *keyuse.Use) int { return cmp.Compare(a.Pos, b.Pos) })
	for _, u := range uses {
		if inTest(k.pass.Fset, u.Pos) {
			continue
		}
		j := k.p.judge(u, false)
		if j.pattern == nil || told[j.pattern] {
			continue
		}
		if faults == nil { // no sooner: it is work, and most packages have no key
			faults = faultsOf(k.p.proof())
		}
		f, faulty := faults[j.pattern]
		at := k.o.of(u)
		if !faulty || ds.accepts(u, at, j) {
			continue
		}
		told[j.pattern] = true
		out.report(registryFinding(j, at, f))
	}
}

// faultsOf returns the first fault of each pattern.
func faultsOf(p *registry.Proof) map[*registry.Pattern]registry.Fault {
	out := map[*registry.Pattern]registry.Fault{}
	for _, f := range p.Faults() {
		for _, pattern := range []*registry.Pattern{f.A, f.B} {
			if _, ok := out[pattern]; !ok {
				out[pattern] = f
			}
		}
	}
	return out
}

func registryFinding(j *judgement, at place, f registry.Fault) *finding {
	category := AmbiguousCat
	if !f.Decided {
		category = Undecided
	}
	return &finding{
		category: category, place: at, uses: []*keyuse.Use{j.use}, key: j.key(), pattern: j.pattern.Name,
		message: fmt.Sprintf("cache key %q is registered as %s, but the registry does not keep tenants apart: %s:%d: %s",
			j.key(), j.pattern.Name, filepath.Base(f.A.Pos.File), f.A.Pos.Line, f),
	}
}
