// Package corpus holds analyzers to modules of small programs: what is to be
// said of a line stands behind it in a comment,
//
//	rdb.Get(ctx, key) // want `a regular expression` `and one more`
//
// as for analysistest, which is not used because it analyses every dependency
// from source: many seconds for what the driver of the command line does in
// one. A module is loaded once for all tests of a process.
package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/driver"
	"github.com/tenantkey/tenantkey/internal/report"
	"github.com/tenantkey/tenantkey/internal/stores"
)

var kept sync.Map // *driver.Kept by directory and patterns

// Run runs an analyzer over packages of the module in dir. That there are no
// problems is checked; the names of files are relative to dir, with slashes.
func Run(t testing.TB, dir string, a *analysis.Analyzer, patterns ...string) *driver.Result {
	t.Helper()
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	once, _ := kept.LoadOrStore(abs+" "+strings.Join(patterns, " "), &driver.Kept{})
	res, err := driver.Run(t.Context(), &driver.Options{
		Dir: abs, Patterns: patterns, Env: append(os.Environ(), "GOWORK=off"),
		Analyzers: []*analysis.Analyzer{a}, IsClient: stores.IsClient, Kept: once.(*driver.Kept),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems {
		t.Errorf("%s: %s: %s", p.Package, p.Posn, p.Message)
	}
	for i := range res.Findings {
		relativeFinding(abs, &res.Findings[i])
	}
	for i := range res.Entries {
		res.Entries[i].File = relative(abs, res.Entries[i].File)
	}
	return res
}

func relativeFinding(dir string, f *report.Finding) {
	f.File = relative(dir, f.File)
	for i := range f.Related {
		f.Related[i].File = relative(dir, f.Related[i].File)
	}
	for i := range f.Fixes {
		for j := range f.Fixes[i].Edits {
			e := &f.Fixes[i].Edits[j]
			e.File = relative(dir, e.File)
		}
	}
}

func relative(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil {
		return filepath.ToSlash(rel)
	}
	return file
}

// Check runs a rule over packages of the module in dir, and compares its
// findings with the comments of those files that in accepts (nil: all) and
// whose folder is among the patterns.
func Check(t *testing.T, dir string, rule *analysis.Analyzer, in func(file string) bool, patterns ...string) {
	t.Helper()
	wants := Read(t, dir, func(file string) bool {
		return (in == nil || in(file)) && listed(filepath.ToSlash(filepath.Dir(file)), patterns)
	})
	var said []Said
	for _, f := range Run(t, dir, rule, patterns...).Findings {
		said = append(said, Said{Place: Place{f.File, f.Line}, Message: f.Message})
	}
	wants.Compare(t, said)
}

// listed reports whether a folder is among patterns, which are ./... or ./DIR.
func listed(folder string, patterns []string) bool {
	for _, p := range patterns {
		if p == "./..." || strings.TrimPrefix(p, "./") == folder {
			return true
		}
	}
	return false
}
