package plugin

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

const policy = "tenantkey: 1\ntenant:\n  tenant_id:\n    is: text\n"

// Whatever is wrong is an error that names the setting.
func TestBadSettings(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	write(t, "policy.yaml", policy)
	write(t, "broken.yaml", "tenantkey: 1\ncolour: red\n")
	type m = map[string]any
	for _, tt := range []struct {
		name string
		raw  any
		want string
	}{
		{"no mapping", "registry.yaml", "a mapping is wanted, this is text"},
		{"a list", []any{1}, "a mapping is wanted, this is a list"},
		{"an unknown field", m{"registri": "x"}, "registri: no such field: there are registry, registry-file and rules"},
		{"no text", m{"registry": m{"tenantkey": 1}}, "registry: text is wanted, this is a mapping: write the registry as a block of text"},
		{"a bad registry", m{"registry": "tenantkey: 2"}, "registry: .golangci:1:12: "},
		{"an empty registry", m{"registry": ""}, "registry: "},
		{"no file", m{"registry-file": "nowhere.yaml"}, "registry-file: open nowhere.yaml"},
		{"no file name", m{"registry-file": ""}, "registry-file: a file name is wanted"},
		{"a number", m{"registry-file": 3}, "registry-file: a file name is wanted, this is a number"},
		{"a bad file", m{"registry-file": "broken.yaml"}, "registry-file: broken.yaml:2:1: "},
		{"two registries", m{"registry": policy, "registry-file": "policy.yaml"}, "registry and registry-file are both given"},
		{"no rules", m{"rules": nil}, "rules: a mapping is wanted, such as `keydeps: false`, this is empty"},
		{"a list of rules", m{"rules": []any{"keydeps"}}, "rules: a mapping is wanted, such as `keydeps: false`, this is a list"},
		{"a rule that is text", m{"rules": m{"keydeps": "off"}}, "rules: keydeps: true, false or a mapping of the rule's flags is wanted, this is text"},
		{"a flag without a value", m{"rules": m{"keydeps": m{"all": nil}}}, "rules: keydeps.all: a value is wanted, this is empty"},
		{"an unknown rule", m{"rules": m{"keydepts": false}}, "rules.keydepts: no such rule: there are tenantkey, keydeps, keyambiguous, keytrust"},
		{"an unknown flag", m{"rules": m{"keydeps": m{"al": true}}}, "rules.keydeps.al: no such flag of this rule"},
		{"a bad value", m{"rules": m{"keydeps": m{"all": "perhaps"}}}, `rules.keydeps.all: "perhaps": `},
		{"the flag registry", m{"rules": m{"tenantkey": m{"registry": "x"}}}, "rules.tenantkey.registry: use registry-file"},
		{"nothing on", m{"rules": m{"tenantkey": false, "keydeps": false, "keyambiguous": false}}, "rules: every rule is off"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := build(tt.raw)
			if err == nil || !strings.HasPrefix(err.Error(), "settings of tenantkey: "+tt.want) {
				t.Errorf("the error is %v, want %q", err, tt.want)
			}
		})
	}
}

// build makes the linter's analyzers of settings.
func build(raw any) ([]*analysis.Analyzer, error) {
	l, err := New(raw)
	if err != nil {
		return nil, err
	}
	return l.BuildAnalyzers()
}

func names(as []*analysis.Analyzer) []string {
	var out []string
	for _, a := range as {
		out = append(out, a.Name)
	}
	return out
}

func TestRules(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, tt := range []struct {
		raw  any
		want []string
	}{
		{nil, []string{"tenantkey", "keydeps", "keyambiguous"}},
		{map[string]any{"rules": map[string]any{"keydeps": true}}, []string{"tenantkey", "keydeps", "keyambiguous"}},
		{map[string]any{"rules": map[string]any{"keytrust": true}}, []string{"tenantkey", "keydeps", "keyambiguous", "keytrust"}},
		{map[string]any{"rules": map[string]any{"keytrust": map[string]any{"on": false}}}, []string{"tenantkey", "keydeps", "keyambiguous"}},
		{map[string]any{"rules": map[string]any{"keydeps": false}}, []string{"tenantkey", "keyambiguous"}},
		{map[string]any{"registry": policy, "rules": map[string]any{"keydeps": map[string]any{"all": true}}}, []string{"tenantkey", "keydeps", "keyambiguous"}},
	} {
		as, err := build(tt.raw)
		if err != nil {
			t.Fatal(err)
		}
		got := names(as)
		last := got[len(got)-1]
		if !slices.Equal(got[:len(got)-1], tt.want) || !strings.HasPrefix(last, "tenantkey_registry_") {
			t.Errorf("%v: %q", tt.raw, got)
		}
		if err := analysis.Validate(as); err != nil {
			t.Error(err)
		}
	}
	as, err := build(map[string]any{"rules": map[string]any{"keydeps": map[string]any{"all": true}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := as[1].Flags.Lookup("all").Value.String(); got != "true" {
		t.Errorf("keydeps.all is %s", got)
	}
}

// The name of the last analyzer is all that golangci-lint's cache sees of
// registries: it is another one when one of them is.
func TestWitness(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	write(t, "go.mod", "module example.com/m\n")
	witnessed := func() string {
		t.Helper()
		as, err := build(nil)
		if err != nil {
			t.Fatal(err)
		}
		return as[len(as)-1].Name
	}
	seen := map[string]string{witnessed(): "no registry"}
	for _, step := range []struct{ name, file, text string }{
		{"one at the root", "registry.yaml", policy},
		{"another text", "registry.yaml", policy + "# more\n"},
		{"one in a package", filepath.Join("a", "registry.yaml"), policy},
		{"one in a nested module", filepath.Join("b", "c", "registry.yaml"), policy},
	} {
		write(t, step.file, step.text)
		name := witnessed()
		if was, ok := seen[name]; ok {
			t.Errorf("%s is not told from %s", step.name, was)
		}
		seen[name] = step.name
		if again := witnessed(); again != name {
			t.Errorf("%s: %s, then %s", step.name, name, again)
		}
	}
	write(t, filepath.Join("node_modules", "registry.yaml"), policy)
	if _, ok := seen[witnessed()]; !ok {
		t.Error("a registry where no package lies counts")
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
