package analyzer

import (
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/registry"
)

// passOf is a pass over files of the given names and texts.
func passOf(t *testing.T, files map[string]string) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	pass := &analysis.Pass{Fset: fset, Pkg: types.NewPackage("example.com/app", "app")}
	for name, text := range files {
		f, err := parser.ParseFile(fset, name, text, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		pass.Files = append(pass.Files, f)
	}
	return pass
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func module(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/app\n")
	write(t, filepath.Join(dir, "app.go"), "package app\n")
	return dir
}

func TestPolicyIsFound(t *testing.T) {
	dir := module(t)
	pass := passOf(t, map[string]string{filepath.Join(dir, "app.go"): "package app\n"})
	s := &settings{}
	if p, err := s.policy(pass); err != nil || p.reg != nil {
		t.Fatalf("without a registry: %v, %v", p, err)
	}
	file := filepath.Join(dir, "registry.yaml")
	write(t, file, appRegistry)
	p, err := s.policy(pass)
	if err != nil || p.reg == nil || len(p.reg.Keys) != 2 {
		t.Fatalf("with a registry: %+v, %v", p, err)
	}
	if again, _ := s.policy(pass); again != p {
		t.Error("the same registry was read into another policy")
	}
	// The same process sees an edit, even one of the same size and time.
	st, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file, strings.Replace(appRegistry, "plan:{plan}", "plen:{plan}", 1))
	if err := os.Chtimes(file, st.ModTime(), st.ModTime()); err != nil {
		t.Fatal(err)
	}
	if p, err = s.policy(pass); err != nil || p.reg.Keys[1].Key != "plen:{plan}" {
		t.Errorf("an edited registry: %v, %v", p, err)
	}
}

// A registry that can't be read is never "no registry".
func TestPolicyFailsClosed(t *testing.T) {
	dir := module(t)
	pass := passOf(t, map[string]string{filepath.Join(dir, "app.go"): "package app\n"})
	write(t, filepath.Join(dir, "registry.yaml"), "tenantkey: 1\nkyes: {}\n")
	reg := &registry.Registry{}
	for name, s := range map[string]*settings{
		"broken":   {},
		"absent":   {config: Config{RegistryFile: filepath.Join(dir, "none.yaml")}},
		"not ours": {config: Config{RegistryFile: filepath.Join(dir, "go.mod")}},
		"both set": {config: Config{Registry: reg, RegistryFile: "x"}},
	} {
		p, err := s.policy(pass)
		if err == nil || p != nil {
			t.Errorf("%s: policy %v, error %v", name, p, err)
		}
		if name == "both set" && err != nil && !strings.Contains(err.Error(), "RegistryFile") {
			t.Errorf("the error does not name the field: %v", err)
		}
	}
}

func TestPolicyGiven(t *testing.T) {
	reg, err := registry.Parse("x.yaml", []byte(appRegistry))
	if err != nil {
		t.Fatal(err)
	}
	s := &settings{config: Config{Registry: reg}}
	p, err := s.policy(passOf(t, nil)) // a given registry needs no directory
	if err != nil || p.reg != reg {
		t.Fatalf("got %v, %v", p, err)
	}
	// The flag of the command line is nearer than what the host was built with.
	dir := t.TempDir()
	s.file = filepath.Join(dir, "other.yaml")
	write(t, s.file, appRegistry)
	if p, err = s.policy(passOf(t, nil)); err != nil || p.reg == reg {
		t.Errorf("the flag is not heard: %v, %v", p, err)
	}
}

// cgo's files lie in a build cache; the package's directory is where the
// //line comments lead.
func TestSourceDir(t *testing.T) {
	dir, cache := module(t), t.TempDir()
	line := "//line " + filepath.Join(dir, "app.go") + ":1:1\npackage app\n"
	for name, files := range map[string]map[string]string{
		"plain":           {filepath.Join(dir, "app.go"): "package app\n"},
		"cgo":             {filepath.Join(cache, "app.cgo1.go"): line},
		"cgo types first": {filepath.Join(cache, "_cgo_gotypes.go"): line},
		"cached":          {filepath.Join(cache, "0123abcd-d"): line},
		"generated from":  {filepath.Join(dir, "parser.go"): "//line " + filepath.Join(cache, "grammar.y") + ":1\npackage app\n"},
	} {
		if got, err := sourceDir(passOf(t, files)); err != nil || got != dir {
			t.Errorf("%s: %q, %v; want %q", name, got, err, dir)
		}
	}
	for name, pass := range map[string]*analysis.Pass{
		"no files": passOf(t, nil),
		"gone":     passOf(t, map[string]string{filepath.Join(cache, "gone", "app.go"): "package app\n"}),
	} {
		if got, err := sourceDir(pass); err == nil {
			t.Errorf("%s: %q, and no error", name, got)
		}
	}
}
