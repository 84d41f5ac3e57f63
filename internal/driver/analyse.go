package driver

import (
	"fmt"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// slow is how long a package may take before -debug says so.
const slow = 500 * time.Millisecond

func (r *runner) debugf(format string, args ...any) {
	if r.Debug != nil {
		r.debugMu.Lock()
		defer r.debugMu.Unlock()
		fmt.Fprintf(r.Debug, "tenantkey: debug: "+format+"\n", args...)
	}
}

// analyse settles what one unit comes to: from the cache, if it knows.
func (r *runner) analyse(u *unit) {
	begin := time.Now()
	defer func() {
		u.content = nil
		if d := time.Since(begin); d > slow {
			r.debugf("%s took %v", u.pkg.ID, d.Round(time.Millisecond))
		}
	}()
	analyzers := needed(r.Analyzers, u.report)
	if len(analyzers) == 0 {
		u.facts.set(&factTable{})
		return
	}
	if r.recall(u) {
		return
	}
	u.facts.set(r.execute(u, analyzers))
	r.remember(u)
}

// execute checks one unit, runs the analyzers on it, and returns its facts.
// Everything else of it is garbage afterwards.
func (r *runner) execute(u *unit, analyzers []*analysis.Analyzer) *factTable {
	src, problems := r.check(u)
	if len(problems) > 0 {
		u.problems = problems
		return &factTable{}
	}
	facts := newPassFacts(src.pkg, r.factsFor(u))
	e := &execution{
		id:      u.pkg.ID,
		src:     src,
		facts:   facts,
		told:    map[*analysis.Analyzer]bool{},
		module:  analysisModule(u.pkg),
		other:   u.pkg.OtherFiles,
		ignored: u.pkg.IgnoredFiles,
	}
	for _, a := range r.Analyzers {
		e.told[a] = true
	}
	out := e.run(analyzers)
	u.problems = append(u.problems, out.problems...)
	if u.report {
		u.findings = out.findings
		u.entries = out.entries
	}
	return facts.table()
}

// factsFor returns the look-up of facts by import path as u sees its imports.
func (r *runner) factsFor(u *unit) func(path string) *factTable {
	units := map[string]*unit{}
	seen := map[*unit]bool{}
	var visit func(*unit)
	visit = func(d *unit) {
		if seen[d] {
			return
		}
		seen[d] = true
		// A form that is compiled for u's own test comes before the plain one.
		if units[d.pkg.PkgPath] == nil || isVariant(d.pkg) {
			units[d.pkg.PkgPath] = d
		}
		for _, dd := range d.deps {
			visit(dd)
		}
	}
	for _, d := range u.deps {
		visit(d)
	}
	return func(path string) *factTable {
		if d := units[path]; d != nil {
			return d.facts.get(r)
		}
		return nil
	}
}

func analysisModule(p *packages.Package) *analysis.Module {
	if p.Module == nil {
		return nil
	}
	return &analysis.Module{Path: p.Module.Path, Version: p.Module.Version, GoVersion: p.Module.GoVersion}
}
