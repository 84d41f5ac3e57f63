package analyzer_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/driver"
	"github.com/tenantkey/tenantkey/internal/report"
	"github.com/tenantkey/tenantkey/internal/stores"
)

// The corpus of keydeps is a module of small programs. In tenant/ and in all/
// a comment `// want "…"` (in all/: with -keydeps.all only) stands on the line
// of each finding; quiet/ has none, and there must be none in either mode.

func TestKeydeps(t *testing.T) {
	checkKeydeps(t, false, func(file string) bool { return strings.HasPrefix(file, "tenant/") })
}

func TestKeydepsAll(t *testing.T) {
	checkKeydeps(t, true, func(file string) bool { return !strings.HasPrefix(file, "quiet/") })
}

func checkKeydeps(t *testing.T, all bool, expects func(file string) bool) {
	dir := filepath.Join("..", "testdata", "keydeps")
	got := findings(t, dir, analyzer.Keydeps(all))
	want := wantComments(t, dir, expects)
	for _, f := range got {
		at := fmt.Sprintf("%s:%d", f.File, f.Line)
		i := slices.IndexFunc(want[at], func(rx *regexp.Regexp) bool { return rx.MatchString(f.Message) })
		if i < 0 {
			t.Errorf("%s: unexpected: %s", at, f.Message)
			continue
		}
		want[at] = slices.Delete(want[at], i, i+1)
	}
	for at, rxs := range want {
		for _, rx := range rxs {
			t.Errorf("%s: nothing matches %s", at, rx)
		}
	}
}

func findings(t *testing.T, dir string, a *analysis.Analyzer) []report.Finding {
	t.Helper()
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	res, err := driver.Run(t.Context(), &driver.Options{
		Dir: abs, Patterns: []string{"./..."}, Env: append(os.Environ(), "GOWORK=off"),
		Analyzers: []*analysis.Analyzer{a}, IsClient: stores.IsClient,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems {
		t.Errorf("%s: %s: %s", p.Package, p.Posn, p.Message)
	}
	for i, f := range res.Findings {
		if rel, err := filepath.Rel(abs, f.File); err == nil && filepath.IsAbs(f.File) {
			res.Findings[i].File = filepath.ToSlash(rel)
		}
	}
	slices.SortFunc(res.Findings, func(a, b report.Finding) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return res.Findings
}

var wantComment = regexp.MustCompile("// want ((?:`[^`]*`\\s*)+)$")

func wantComments(t *testing.T, dir string, expects func(string) bool) map[string][]*regexp.Regexp {
	t.Helper()
	out := map[string][]*regexp.Regexp{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		text, err := os.ReadFile(path)
		if err != nil || !expects(rel) {
			return err
		}
		for i, line := range strings.Split(string(text), "\n") {
			m := wantComment.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			for q := range strings.SplitSeq(strings.Trim(strings.TrimSpace(m[1]), "`"), "` `") {
				rx, err := regexp.Compile(q)
				if err != nil {
					return fmt.Errorf("%s:%d: %w", rel, i+1, err)
				}
				at := fmt.Sprintf("%s:%d", rel, i+1)
				out[at] = append(out[at], rx)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
