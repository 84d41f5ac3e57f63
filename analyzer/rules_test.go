package analyzer_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/corpus"
)

// rulesDir is a module of its own that uses the real clients.
const rulesDir = "../testdata/rules"

func rule(t *testing.T, name string, flags ...string) *analysis.Analyzer {
	t.Helper()
	for _, a := range analyzer.New(analyzer.Config{}) {
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
	// One load for all: it is what takes the time.
	corpus.Check(t, rulesDir, rule(t, "tenantkey"), nil,
		"./missing", "./unregistered", "./unregistered/nokeys", "./wrongvalue", "./wrongvalue/claimed", "./wrongvalue/text",
		"./sometimes", "./enumerable", "./unchecked", "./directive", "./nopolicy", "./stores/missing")
}

// All that is said of a package, not only the messages.
func TestTenantkeyWhole(t *testing.T) {
	corpus.CheckWhole(t, rulesDir, rule(t, "tenantkey"), []string{"whole"}, "./whole")
}

// What the registry lists under stores is a store for keydeps as well.
func TestDeclaredStores(t *testing.T) {
	corpus.Check(t, rulesDir, rule(t, "keydeps", "all", "true"), nil, "./stores")
}

// A fix is offered where a tenant is in scope and the fixed key is registered;
// what it makes compiles, and is clean.
func TestFixes(t *testing.T) {
	corpus.Check(t, rulesDir, rule(t, "tenantkey"), nil, "./fix")
	corpus.CheckFixes(t, rulesDir, rule(t, "tenantkey"), "./fix")
}

func TestFixed(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(rulesDir)); err != nil {
		t.Fatal(err)
	}
	fixed, err := os.ReadFile(filepath.Join(dir, "fix", "fix.go.golden"))
	if err != nil {
		t.Fatal(err)
	}
	// What is still found is what no fix was offered for.
	text := regexp.MustCompile(`(?m)^(.*)// want .*$`).ReplaceAllStringFunc(string(fixed), func(line string) string {
		if strings.Contains(line, "invoice:") || strings.Contains(line, `"project:%s",`) {
			return line
		}
		line, _, _ = strings.Cut(line, "// want")
		return line
	})
	if err := os.WriteFile(filepath.Join(dir, "fix", "fix.go"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	corpus.Check(t, dir, rule(t, "tenantkey"), nil, "./fix")
}

func TestUnresolved(t *testing.T) {
	corpus.Check(t, rulesDir, rule(t, "tenantkey", "unresolved", "true"), nil, "./unresolved")
}

// keytrust says nothing until it is asked for.
func TestKeytrust(t *testing.T) {
	corpus.Check(t, rulesDir, rule(t, "keytrust", "on", "true"), nil, "./trust")
	if found := corpus.Run(t, rulesDir, rule(t, "keytrust"), "./trust").Findings; len(found) > 0 {
		t.Errorf("off, it reports %v", found)
	}
}

func TestValidate(t *testing.T) {
	if err := analysis.Validate(append(analyzer.New(analyzer.Config{}), analyzer.Inventory(analyzer.Config{}))); err != nil {
		t.Error(err)
	}
}
