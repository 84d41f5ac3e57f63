package driver

import (
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/types/typeutil"
	"golang.org/x/tools/txtar"
)

// isMarked says that a function's name begins with Mark, or that it calls a
// marked function; it has the names on the way.
type isMarked struct{ Way []string }

func (*isMarked) AFact()           {}
func (f *isMarked) String() string { return strings.Join(f.Way, " ") }

// newMark returns an analyzer that passes marks on as facts and reports the
// calls that they pass through. It panics on a function called Panic.
func newMark() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:      "mark",
		Doc:       "pass on marks",
		URL:       "https://example.com/mark",
		Run:       runMark,
		FactTypes: []analysis.Fact{new(isMarked)},
	}
}

func runMark(pass *analysis.Pass) (any, error) {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			obj := pass.TypesInfo.Defs[fn.Name].(*types.Func)
			if fn.Name.Name == "Panic" {
				panic("a function called Panic")
			}
			if strings.HasPrefix(fn.Name.Name, "Mark") {
				pass.ExportObjectFact(obj, &isMarked{[]string{fn.Name.Name}})
			}
			if fn.Body != nil {
				markCalls(pass, obj, fn.Body)
			}
		}
	}
	return nil, nil
}

func markCalls(pass *analysis.Pass, in *types.Func, body ast.Node) {
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		callee, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
		if !ok {
			return true
		}
		var fact isMarked
		if pass.ImportObjectFact(callee.Origin(), &fact) {
			way := append(slices.Clone(fact.Way), in.Name())
			pass.Report(analysis.Diagnostic{
				Pos: call.Pos(), End: call.End(), Category: "way", Message: strings.Join(way, " "),
			})
			pass.ExportObjectFact(in, &isMarked{way})
		}
		return true
	})
}

// module writes the files of a txtar archive to a directory of its own.
func module(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		write(t, filepath.Join(dir, f.Name), string(f.Data))
	}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
		write(t, filepath.Join(dir, "go.mod"), "module example.com/m\n\ngo 1.26\n")
	}
	return dir
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// options run mark over all packages of dir.
func options(dir string) *Options {
	return &Options{Dir: dir, Patterns: []string{"./..."}, Analyzers: []*analysis.Analyzer{newMark()}}
}

// ran is what a run came to, in lines.
func ran(t *testing.T, o *Options) []string {
	t.Helper()
	res, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	real, err := filepath.EvalSymlinks(o.Dir)
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{}
	short := func(s string) string {
		s = strings.ReplaceAll(s, real+string(filepath.Separator), "")
		return filepath.ToSlash(strings.ReplaceAll(s, o.Dir+string(filepath.Separator), ""))
	}
	for _, f := range res.Findings {
		lines = append(lines, short(fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message)))
	}
	for _, p := range res.Problems {
		lines = append(lines, short("problem: "+p.String()))
	}
	return lines
}

func checkRan(t *testing.T, o *Options, want ...string) {
	t.Helper()
	if got := ran(t, o); !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// listed is the metadata of one package of dir.
func listed(t *testing.T, dir, pattern string) *packages.Package {
	t.Helper()
	g, err := load(t.Context(), &Options{Dir: dir, Patterns: []string{pattern}})
	if err != nil || len(g.initial) != 1 {
		t.Fatalf("load %s: %v, %d packages", pattern, err, len(g.initial))
	}
	return g.initial[0]
}
