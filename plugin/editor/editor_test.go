package editor

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

const policy = "tenantkey: 1\ntenant:\n  tenant_id:\n    is: text\n"

func TestDigest(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/m\n")
	files := []string{filepath.Join(dir, "a", "a.go"), filepath.Join(dir, "a", "b.go")}
	seen := map[string]string{Digest(files): "no registry"}
	for _, step := range []struct{ name, file, text string }{
		{"a registry", "registry.yaml", policy},
		{"another text", "registry.yaml", policy + "# more\n"},
		{"one that can't be read", "registry.yaml", "tenantkey: 1\ncolour: red\n"},
		{"a nearer one", "a/registry.yaml", policy},
	} {
		write(t, filepath.Join(dir, filepath.FromSlash(step.file)), step.text)
		d := Digest(files)
		if was, ok := seen[d]; ok {
			t.Errorf("%s is not told from %s", step.name, was)
		}
		seen[d] = step.name
	}
	d := Digest(files)
	write(t, filepath.Join(dir, "b", "registry.yaml"), policy)
	if Digest(files) != d || Digest(files[1:]) != d {
		t.Error("a registry of other packages counts, or the number of files")
	}
}

// ran runs the rules on a package with one empty file, and returns what they
// report.
func ran(t *testing.T, dir string) []analysis.Diagnostic {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, filepath.Join(dir, "a.go"), "package a\n", parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var found []analysis.Diagnostic
	for _, a := range Analyzers() {
		pass := &analysis.Pass{
			Analyzer: a, Fset: fset, Files: []*ast.File{f}, Pkg: types.NewPackage("example.com/m", "a"), TypesInfo: new(types.Info),
			ResultOf: map[*analysis.Analyzer]any{}, Report: func(d analysis.Diagnostic) { found = append(found, d) },
		}
		if _, err := a.Run(pass); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
	return found
}

// Where there is no registry nothing is run; one that can't be read is said
// once, where it is seen.
func TestQuiet(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/m\n")
	if found := ran(t, dir); len(found) != 0 {
		t.Errorf("without a registry: %v", found)
	}
	write(t, filepath.Join(dir, "registry.yaml"), "tenantkey: 1\ncolour: red\n")
	found := ran(t, dir)
	if len(found) != 1 || !strings.HasPrefix(found[0].Message, "no cache key of this package is checked: ") || !strings.Contains(found[0].Message, "registry.yaml:2:1") {
		t.Errorf("with a broken registry: %v", found)
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
