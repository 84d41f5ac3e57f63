package driver

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/tenantkey/tenantkey/internal/report"
)

// A unit is one package to analyse.
type unit struct {
	pkg    *packages.Package
	report bool    // findings are wanted, not only facts
	deps   []*unit // the units whose facts this one may ask for, direct imports only
	users  []*unit // the reverse of deps

	policy  string            // digest of the policy that its findings depend on
	content map[string][]byte // of its files, while they are needed

	factsKey    string // of the facts in the cache
	findingsKey string

	facts    unitFacts
	findings []report.Finding
	entries  []report.Entry
	problems []Problem
}

// selectUnits chooses the packages to analyse, imports before importers. A
// package is reported once, in its test variant if there is one; its plain
// form is analysed too, for its facts, when another unit imports it.
func selectUnits(g *graph, isClient func(string) bool) []*unit {
	s := &selection{
		graph:  g,
		client: isClient,
		wanted: map[string]bool{},
		units:  map[string]*unit{},
		reach:  map[*packages.Package]bool{},
	}
	tested := map[string]bool{}
	for _, p := range g.initial {
		if p.ForTest == p.PkgPath && isVariant(p) {
			tested[p.PkgPath] = true
		}
	}
	for _, p := range g.initial {
		if isTestMain(p) || !isVariant(p) && tested[p.PkgPath] {
			continue
		}
		s.wanted[p.ID] = true
	}
	for _, p := range g.initial {
		if s.wanted[p.ID] {
			s.add(p)
		}
	}
	return s.order
}

// A selection is the work of choosing units.
type selection struct {
	*graph
	client func(string) bool
	wanted map[string]bool // IDs to report on
	units  map[string]*unit
	order  []*unit
	reach  map[*packages.Package]bool
}

// add makes a unit of p and of what it imports, and returns p's.
func (s *selection) add(p *packages.Package) *unit {
	if u, ok := s.units[p.ID]; ok {
		return u
	}
	u := &unit{pkg: p, report: s.wanted[p.ID]}
	s.units[p.ID] = u
	for _, imp := range sortedImports(p) {
		q := s.resolve(imp)
		if q == nil || !s.matters(q) {
			continue
		}
		dep := s.add(q)
		u.deps = append(u.deps, dep)
		dep.users = append(dep.users, u)
	}
	s.order = append(s.order, u)
	return u
}

// resolve returns the package whose facts stand for imp. A package that was
// only recompiled because something below it is under test has the facts of
// its plain form.
func (s *selection) resolve(imp *packages.Package) *packages.Package {
	if !isVariant(imp) || s.wanted[imp.ID] {
		return imp
	}
	return s.all[imp.PkgPath]
}

// matters reports whether facts of p can matter to its importers.
func (s *selection) matters(p *packages.Package) bool {
	if isOwn(p) {
		return true
	}
	return p.Module != nil && s.client != nil && !s.client(p.PkgPath) && s.reaches(p)
}

// reaches reports whether p imports a store client, or something that does.
func (s *selection) reaches(p *packages.Package) bool {
	if r, ok := s.reach[p]; ok {
		return r
	}
	s.reach[p] = false
	for _, imp := range p.Imports {
		if imp.Module == nil { // the standard library imports no client
			continue
		}
		if s.client(imp.PkgPath) || s.reaches(imp) {
			s.reach[p] = true
			return true
		}
	}
	return false
}

func sortedImports(p *packages.Package) []*packages.Package {
	imps := make([]*packages.Package, 0, len(p.Imports))
	for _, imp := range p.Imports {
		imps = append(imps, imp)
	}
	slices.SortFunc(imps, func(a, b *packages.Package) int { return cmp.Compare(a.ID, b.ID) })
	return imps
}

// worldOf names the test that p is compiled for, "" for none.
func worldOf(p *packages.Package) string {
	_, test, ok := strings.Cut(p.ID, " [")
	if !ok {
		return ""
	}
	return strings.TrimSuffix(test, "]")
}

// needed returns the analyzers to run for a unit, requirements first: all of
// them for a report, else those that make facts.
func needed(all []*analysis.Analyzer, report bool) []*analysis.Analyzer {
	var order []*analysis.Analyzer
	seen := map[*analysis.Analyzer]bool{}
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, req := range a.Requires {
			visit(req)
		}
		order = append(order, a)
	}
	var facts func(a *analysis.Analyzer)
	facts = func(a *analysis.Analyzer) {
		if len(a.FactTypes) > 0 {
			visit(a)
		}
		for _, req := range a.Requires {
			facts(req)
		}
	}
	for _, a := range all {
		if report {
			visit(a)
		} else {
			facts(a)
		}
	}
	return order
}
