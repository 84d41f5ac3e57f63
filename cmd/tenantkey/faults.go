package main

import (
	"context"
	"fmt"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/report"
	"github.com/tenantkey/tenantkey/registry"
)

// maxFaults is how many further faults of a registry a finding lists. All of
// them are what tenantkey prove prints.
const maxFaults = 10

// proverOf returns the rule that a failed proof is a finding of, nil if it is
// not run.
func proverOf(rules []*analysis.Analyzer) *analysis.Analyzer {
	for _, a := range rules {
		if a.Name == analyzer.ProofRule {
			return a
		}
	}
	return nil
}

// faults returns a finding for each registry of the run that could not be
// proved, in the registry itself, at the first pattern that is to blame.
func (p *policies) faults(ctx context.Context, rule *analysis.Analyzer, pkgs []*packages.Package) ([]report.Finding, error) {
	var out []report.Finding
	for _, l := range p.order {
		if l.proof == nil {
			continue
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case proof := <-l.proof:
			if fs := proof.Faults(); len(fs) > 0 {
				f := l.finding(fs, proof.MoreFaults())
				f.Rule, f.URL, f.Package = rule.Name, analyzer.CategoryURL(f.Category), l.packageOf(pkgs)
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// finding tells the first fault, and lists some others under it.
func (l *loadedRegistry) finding(fs []registry.Fault, more int) report.Finding {
	first := fs[0]
	f := report.Finding{
		Range: l.at(first.A), Category: analyzer.Undecided, Message: first.String(),
		Key: first.A.Key, Pattern: first.A.Name, WholeFile: true,
	}
	if first.Decided {
		f.Category = analyzer.AmbiguousCat
	}
	if n := len(fs) - 1 + more; n > 0 {
		f.Message += fmt.Sprintf("; tenantkey prove shows %s more", plural(n, "pair"))
	}
	if first.A != first.B {
		f.Related = append(f.Related, report.Related{Range: l.at(first.B), Message: "the other key is registered here"})
	}
	for _, g := range fs[1:min(len(fs), maxFaults+1)] {
		f.Related = append(f.Related, report.Related{Range: l.at(g.A), Message: g.String()})
	}
	return f
}

// at is where a pattern's name stands.
func (l *loadedRegistry) at(p *registry.Pattern) report.Range {
	return report.Range{
		File: l.file, Line: p.Pos.Line, Column: p.Pos.Column,
		EndLine: p.Pos.Line, EndColumn: p.Pos.Column + len(p.Name),
	}
}

// packageOf names a package that the registry holds for.
func (l *loadedRegistry) packageOf(pkgs []*packages.Package) string {
	for _, p := range pkgs {
		if p.Dir == l.dir {
			return p.ID
		}
	}
	if len(pkgs) > 0 {
		return pkgs[0].ID
	}
	return l.dir // none could be checked, which the exit code says
}
