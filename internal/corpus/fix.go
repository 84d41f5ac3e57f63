package corpus

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/report"
)

// CheckFixes runs a rule over packages of the module in dir, and compares
// each file, with the first fix of each finding applied, with FILE.golden
// beside it.
func CheckFixes(t *testing.T, dir string, rule *analysis.Analyzer, patterns ...string) {
	t.Helper()
	fixed, err := report.Apply(Run(t, dir, rule, patterns...).Findings, func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(dir, name))
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(fixed.Files) == 0 {
		t.Error("nothing is fixed")
	}
	for _, f := range fixed.Files {
		want, err := os.ReadFile(filepath.Join(dir, f.Name+".golden"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(f.New)); diff != "" {
			t.Errorf("%s is fixed otherwise (-want +got):\n%s", f.Name, diff)
		}
	}
}
