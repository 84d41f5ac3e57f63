package keyuse_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/corpus"
)

// leastForms is how many forms the corpus is to have at least.
const leastForms = 180

var readmeRow = regexp.MustCompile("(?m)^\\| `([a-z]+)` \\| ([0-9]+) \\|")

// TestFormsReadme holds the corpus to its README: each group is in the table
// with the number of its forms, and the total is said.
func TestFormsReadme(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "forms")
	counted, err := countForms(dir)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]int{}
	for _, m := range readmeRow.FindAllStringSubmatch(string(text), -1) {
		said[m[1]], _ = strconv.Atoi(m[2])
	}
	total := 0
	for _, name := range slices.Sorted(maps.Keys(counted)) {
		total += counted[name]
		if said[name] != counted[name] {
			t.Errorf("README.md says that %s has %d forms: it has %d", name, said[name], counted[name])
		}
	}
	for name := range said {
		if _, ok := counted[name]; !ok {
			t.Errorf("README.md has a group %s, and there is no such folder", name)
		}
	}
	if want := strconv.Itoa(total) + " forms"; !strings.Contains(string(text), want) {
		t.Errorf("README.md does not say %q", want)
	}
	if total < leastForms {
		t.Errorf("the corpus has %d forms: want %d or more", total, leastForms)
	}
}

// countForms counts the forms of each top folder of dir: the functions that
// are documented and hold an expectation, or, in the group silent, hold none.
func countForms(dir string) (map[string]int, error) {
	out := map[string]int{}
	err := corpus.EachGoFile(dir, func(name string) error {
		path := filepath.Join(dir, name)
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		out[corpus.TopFolder(name)] += formsOf(file, corpus.TopFolder(name) == "silent")
		return nil
	})
	return out, err
}

// formsOf counts the forms of a file. Wrappers and key builders that forms
// use are not exported and don't count, except as methods of a named form.
func formsOf(file *ast.File, silent bool) int {
	n := 0
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Doc == nil || !fn.Name.IsExported() {
			continue
		}
		if holdsWant(file, fn) != silent && (!silent || fn.Recv == nil) {
			n++
		}
	}
	return n
}

func holdsWant(file *ast.File, fn *ast.FuncDecl) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if fn.Pos() < c.Pos() && c.Pos() < fn.End() && strings.HasPrefix(c.Text, "// want ") {
				return true
			}
		}
	}
	return false
}
