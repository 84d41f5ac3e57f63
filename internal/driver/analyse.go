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

// analyse checks one unit and runs the analyzers on it. Everything but its
// facts and findings is garbage afterwards.
func (r *runner) analyse(u *unit) {
	u.facts = &factTable{}
	begin := time.Now()
	defer func() {
		if d := time.Since(begin); d > slow {
			r.debugf("%s took %v", u.pkg.ID, d.Round(time.Millisecond))
		}
	}()
	analyzers := needed(r.Analyzers, u.report)
	if len(analyzers) == 0 {
		return
	}
	src, problems := r.universe.check(u.pkg)
	if len(problems) > 0 {
		u.problems = problems
		return
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
	u.facts = facts.table()
	if u.report {
		u.findings = out.findings
		u.entries = out.entries
	}
}

// factsFor returns the look-up of facts by import path as u sees its imports.
func (r *runner) factsFor(u *unit) func(path string) *factTable {
	tables := map[string]*factTable{}
	seen := map[*unit]bool{}
	var visit func(*unit)
	visit = func(d *unit) {
		if seen[d] {
			return
		}
		seen[d] = true
		// A form that is compiled for u's own test comes before the plain one.
		if t := tables[d.pkg.PkgPath]; t == nil || isVariant(d.pkg) {
			tables[d.pkg.PkgPath] = d.facts
		}
		for _, dd := range d.deps {
			visit(dd)
		}
	}
	for _, d := range u.deps {
		visit(d)
	}
	return func(path string) *factTable { return tables[path] }
}

func analysisModule(p *packages.Package) *analysis.Module {
	if p.Module == nil {
		return nil
	}
	return &analysis.Module{Path: p.Module.Path, Version: p.Module.Version, GoVersion: p.Module.GoVersion}
}
