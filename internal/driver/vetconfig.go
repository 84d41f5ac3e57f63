package driver

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"
)

// A vetConfig is what the go command says of one package.
type vetConfig struct {
	unitchecker.Config
}

func readVetConfig(file string) (*vetConfig, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	cfg := new(vetConfig)
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, fmt.Errorf("%s is no configuration of a vet tool: %w", file, err)
	}
	return cfg, nil
}

// own reports whether the package belongs to a module that the user works on:
// such modules have no version.
func (c *vetConfig) own() bool {
	if c.Module != nil {
		return c.Module.Version == ""
	}
	return c.ModulePath != "" && c.ModuleVersion == ""
}

// plainPath returns the import path without the test that it is compiled for.
func plainPath(path string) string {
	path, _, _ = strings.Cut(path, " [")
	return path
}

// dir returns the directory of the package's own files.
func (c *vetConfig) dir() string {
	if c.Dir != "" {
		return c.Dir
	}
	return filepath.Dir(c.GoFiles[0])
}

// mayBeRoot reports whether the go command may take the result of this unit,
// which it asks for as a dependency's, for that of the package itself later
// on. It then prints what was printed now, so all findings must be among it.
// A package with tests of its own is vetted together with them, as another
// unit.
func (c *vetConfig) mayBeRoot() bool {
	return !strings.Contains(c.ID, " [") && !hasOwnTest(c.dir())
}

// hasOwnTest reports whether dir surely has a test file in the package itself,
// one that no build constraint can leave out.
func hasOwnTest(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), "_test.go") && isOwnTest(filepath.Join(dir, e.Name())) {
			return true
		}
	}
	return false
}

// isOwnTest reports whether a test file is in the package itself, and always
// compiled. Names such as x_linux_test.go are taken for constrained.
func isOwnTest(file string) bool {
	base := strings.TrimSuffix(filepath.Base(file), "_test.go")
	if strings.ContainsAny(base, "_.") || base == "" {
		return false
	}
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil || strings.HasSuffix(f.Name.Name, "_test") {
		return false
	}
	return !constrained(f)
}

func constrained(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if constraint.IsGoBuild(c.Text) || constraint.IsPlusBuild(c.Text) {
				return true
			}
		}
	}
	return false
}
