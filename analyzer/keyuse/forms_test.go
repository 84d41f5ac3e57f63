package keyuse_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/tenantkey/tenantkey/analyzer"
)

// TestForms holds the resolver to the corpus of forms: for every key of every
// call its op, templates and verdict, and no call more.
func TestForms(t *testing.T) { checkCorpus(t, "forms") }

// TestLimits holds it to what can honestly be said of programs that are out of
// its reach: known misses, known false alarms, and unknown with a reason.
func TestLimits(t *testing.T) { checkCorpus(t, "limits") }

// checkCorpus runs the inventory once over a module of testdata, and gives
// each of its top folders a subtest, so that -v shows which forms work.
func checkCorpus(t *testing.T, module string) {
	if testing.Short() {
		t.Skip("loads the clients and the standard library from source")
	}
	dir, err := filepath.Abs(filepath.Join("..", "..", "testdata", module))
	if err != nil {
		t.Fatal(err)
	}
	var got complaints
	results := analysistest.Run(&got, dir, newInventory(), "./...")
	byGroup := got.byGroup(dir)
	for _, r := range results {
		if g := group(dir, r.Pass); g != "" {
			byGroup[g] = append(byGroup[g], nil...) // a group without complaints passes
		}
	}
	for _, name := range slices.Sorted(maps.Keys(byGroup)) {
		t.Run(name, func(t *testing.T) {
			for _, c := range byGroup[name] {
				t.Error(c)
			}
		})
	}
}

// newInventory returns an analyzer that reports one diagnostic a key:
//
//	OP TEMPLATE [| TEMPLATE…] TENANT
//
// at the call. A key that is not known is to have a reason, and without one
// the diagnostic says so, which no expectation does.
func newInventory() *analysis.Analyzer {
	entries := analyzer.Inventory(analyzer.Config{})
	return &analysis.Analyzer{
		Name:     "forms",
		Doc:      "report every key of the inventory, for the expectations of the corpus",
		Requires: []*analysis.Analyzer{entries},
		Run: func(pass *analysis.Pass) (any, error) {
			for _, e := range pass.ResultOf[entries].([]*analyzer.Entry) {
				pass.Reportf(e.Pos, "%s", line(e))
			}
			return nil, nil
		},
	}
}

func line(e *analyzer.Entry) string {
	s := fmt.Sprintf("%s %s %s", e.Op, strings.Join(e.Keys, " | "), tenantOf(e))
	if e.Tenant == string(analyzer.Unknown) && e.Why == "" {
		s += " without a reason"
	}
	return s
}

// tenantOf is the verdict of an entry: yes, no, sometimes, caller or unknown.
func tenantOf(e *analyzer.Entry) string { return e.Tenant }

// complaints collects what analysistest finds wrong.
type complaints []string

// Errorf implements analysistest.Testing.
func (c *complaints) Errorf(format string, args ...any) {
	*c = append(*c, fmt.Sprintf(format, args...))
}

var position = regexp.MustCompile(`^(\S+\.go):\d+`)

// byGroup sorts complaints by the top folder of the module dir that they are
// about; those about none, such as a failed load, are under "corpus".
func (c complaints) byGroup(dir string) map[string][]string {
	out := map[string][]string{}
	for _, s := range c {
		name := "corpus"
		if m := position.FindStringSubmatch(s); m != nil {
			name = topFolder(dir, m[1])
		}
		out[name] = append(out[name], s)
	}
	return out
}

// group is the top folder that a package is in, "" when it can't be told.
func group(dir string, pass *analysis.Pass) string {
	if pass == nil || len(pass.Files) == 0 {
		return ""
	}
	return topFolder(dir, pass.Fset.Position(pass.Files[0].Pos()).Filename)
}

// topFolder is the first element of file's path below dir.
func topFolder(dir, file string) string {
	rel, err := filepath.Rel(dir, file)
	if err != nil {
		return "corpus"
	}
	top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	return top
}
