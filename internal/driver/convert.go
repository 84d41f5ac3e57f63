package driver

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/report"
)

// convert makes findings of an analyzer's diagnostics; the analyzer's result
// knows the keys that they are about.
func (e *execution) convert(a *analysis.Analyzer, ds []analysis.Diagnostic, result any) []report.Finding {
	known := map[diagnosticKey]*analyzer.Finding{}
	if fs, ok := result.(analyzer.Findings); ok {
		for _, f := range fs {
			known[keyOf(&f.Diagnostic)] = f
		}
	}
	var out []report.Finding
	for i := range ds {
		d := &ds[i]
		f := report.Finding{
			Range:    e.rangeOf(d.Pos, d.End),
			Package:  e.id,
			Rule:     a.Name,
			Category: d.Category,
			Message:  d.Message,
			URL:      urlOf(a, d),
		}
		if k := known[keyOf(d)]; k != nil {
			f.Rule, f.Key, f.Pattern = k.Rule, k.Key, k.Pattern
		}
		for _, rel := range d.Related {
			f.Related = append(f.Related, report.Related{Range: e.rangeOf(rel.Pos, rel.End), Message: rel.Message})
		}
		for _, fix := range d.SuggestedFixes {
			f.Fixes = append(f.Fixes, e.fix(fix))
		}
		out = append(out, f)
	}
	return out
}

// A diagnosticKey finds a diagnostic again among an analyzer's results.
type diagnosticKey struct {
	pos, end          token.Pos
	category, message string
}

func keyOf(d *analysis.Diagnostic) diagnosticKey {
	return diagnosticKey{d.Pos, d.End, d.Category, d.Message}
}

// urlOf follows the rule of go/analysis: the analyzer's page, with the
// category as fragment.
func urlOf(a *analysis.Analyzer, d *analysis.Diagnostic) string {
	switch {
	case d.URL != "":
		return d.URL
	case a.URL != "" && d.Category != "":
		return a.URL + "#" + d.Category
	}
	return a.URL
}

// rangeOf resolves a range; one without an end is a point.
func (e *execution) rangeOf(pos, end token.Pos) report.Range {
	start := e.src.fset.Position(pos)
	stop := start
	if end.IsValid() && end >= pos {
		if p := e.src.fset.Position(end); p.Filename == start.Filename {
			stop = p
		}
	}
	return report.Range{
		File: start.Filename, Line: start.Line, Column: start.Column,
		EndLine: stop.Line, EndColumn: stop.Column,
	}
}

// fix resolves a fix. Its edits are places in real files, whatever //line
// directives say.
func (e *execution) fix(fix analysis.SuggestedFix) report.Fix {
	out := report.Fix{Message: fix.Message}
	for _, edit := range fix.TextEdits {
		end := edit.End
		if !end.IsValid() {
			end = edit.Pos
		}
		from := e.src.fset.PositionFor(edit.Pos, false)
		to := e.src.fset.PositionFor(end, false)
		out.Edits = append(out.Edits, report.Edit{
			Range: report.Range{
				File: from.Filename, Line: from.Line, Column: from.Column,
				EndLine: to.Line, EndColumn: to.Column,
			},
			Start: from.Offset,
			End:   to.Offset,
			New:   string(edit.NewText),
		})
	}
	return out
}

// inventory resolves the inventory in an analyzer's result, if it is one.
func (e *execution) inventory(result any) []report.Entry {
	entries, ok := result.([]*analyzer.Entry)
	if !ok {
		return nil
	}
	out := make([]report.Entry, 0, len(entries))
	for _, en := range entries {
		p := e.src.fset.Position(en.Pos)
		out = append(out, report.Entry{
			File: p.Filename, Line: p.Line, Column: p.Column,
			Call: en.Call, Store: en.Store, Op: en.Op, Keys: en.Keys,
			Tenant: en.Tenant, Pattern: en.Pattern, Finding: en.Finding, Why: en.Why, Unseen: en.Unseen,
		})
	}
	return out
}
