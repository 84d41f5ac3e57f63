package analyzer

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// rulesDir is a module of its own that uses the real clients.
const rulesDir = "../testdata/rules"

func rule(t *testing.T, name string, flags ...string) *analysis.Analyzer {
	t.Helper()
	for _, a := range New(Config{}) {
		if a.Name != name {
			continue
		}
		for i := 0; i+1 < len(flags); i += 2 {
			if err := a.Flags.Set(flags[i], flags[i+1]); err != nil {
				t.Fatal(err)
			}
		}
		return a
	}
	t.Fatalf("no analyzer %s", name)
	return nil
}

func TestTenantkey(t *testing.T) {
	for _, pkg := range []string{
		"missing", "unregistered", "unregistered/nokeys", "wrongvalue", "wrongvalue/claimed", "wrongvalue/text",
		"sometimes", "enumerable", "unchecked", "directive", "nopolicy",
	} {
		t.Run(pkg, func(t *testing.T) {
			analysistest.Run(t, rulesDir, rule(t, "tenantkey"), "./"+pkg)
		})
	}
}

func TestUnresolved(t *testing.T) {
	analysistest.Run(t, rulesDir, rule(t, "tenantkey", "unresolved", "true"), "./unresolved")
}

func TestValidate(t *testing.T) {
	if err := analysis.Validate(append(New(Config{}), Inventory(Config{}))); err != nil {
		t.Error(err)
	}
}
