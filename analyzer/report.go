package analyzer

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
)

// rulesURL is the page that describes every category under its name.
const rulesURL = "https://github.com/tenantkey/tenantkey/blob/main/docs/rules.md"

// CategoryURL returns the address of the page on a category.
func CategoryURL(category string) string { return rulesURL + "#" + category }

// A finding is what a rule has to say, before anything was decided on saying
// it.
type finding struct {
	category string
	message  string
	place    place
	uses     []*keyuse.Use // what it is about; the first one's key is printed
	key      string
	pattern  string
	related  []analysis.RelatedInformation
	fixes    []analysis.SuggestedFix
}

// A place is a range of source text.
type place struct{ pos, end token.Pos }

// A door is the one way out for a rule's findings.
type door struct {
	pass *analysis.Pass
	out  Findings
}

// report hands f to the host. Fixes are left out where the text that the host
// shows is not the text that is compiled (//line): the edits would hit a
// generated file.
func (d *door) report(f *finding) {
	diag := analysis.Diagnostic{
		Pos: f.place.pos, End: f.place.end,
		Category: f.category, Message: f.message, URL: CategoryURL(f.category),
		Related: f.related,
	}
	if d.isSource(f.place.pos) {
		diag.SuggestedFixes = f.fixes
	}
	d.pass.Report(diag)
	d.out = append(d.out, &Finding{Diagnostic: diag, Rule: d.pass.Analyzer.Name, Key: f.key, Pattern: f.pattern, uses: f.uses})
}

func (d *door) isSource(pos token.Pos) bool {
	real, shown := d.pass.Fset.PositionFor(pos, false), d.pass.Fset.PositionFor(pos, true)
	return real.Filename == shown.Filename && real.Line == shown.Line
}
