package resolve

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"runtime"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/cputime"
	"github.com/tenantkey/tenantkey/internal/template"
)

// NoFacts is what is known of other packages here: nothing.
type NoFacts struct{}

func (NoFacts) Returns(*types.Func) (*Summary, bool)    { return nil, false }
func (NoFacts) Holds(*types.Var) (template.Value, bool) { return template.Value{}, false }

// stubs declare what the programs of these tests import: models go by name and
// need no bodies.
var stubs = map[string]string{
	"fmt": `package fmt
func Sprintf(format string, a ...any) string
func Sprint(a ...any) string
func Sprintln(a ...any) string
func Sscan(str string, a ...any) (int, error)`,
	"strings": `package strings
type Builder struct{ buf []byte }
func (b *Builder) WriteString(s string) (int, error)
func (b *Builder) String() string
func Join(elems []string, sep string) string`,
	"crypto/sha256": `package sha256
func Sum256(data []byte) [32]byte`,
}

type stubImporter struct{ fset *token.FileSet }

func (im stubImporter) Import(path string) (*types.Package, error) {
	src, ok := stubs[path]
	if !ok {
		return importer.Default().Import(path)
	}
	f, err := parser.ParseFile(im.fset, path+".go", src, 0)
	if err != nil {
		return nil, err
	}
	conf := types.Config{IgnoreFuncBodies: true}
	return conf.Check(path, im.fset, []*ast.File{f}, nil)
}

// realImporter reads the packages that programs import as they are.
var realImporter = sync.OnceValue(importer.Default)

// program type-checks and builds a package.
func program(t testing.TB, src string) *Resolver {
	t.Helper()
	return resolving(buildProgram(t, src, stubImporter{token.NewFileSet()}))
}

// resolving returns a resolver that has read a package.
func resolving(pkg *ssa.Package) *Resolver {
	r := New(pkg, pkg.Prog.Fset, NoFacts{})
	r.Index(Functions(pkg))
	return r
}

func buildProgram(t testing.TB, src string, imports types.Importer) *ssa.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Scopes: map[ast.Node]*types.Scope{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: imports}
	pkg, err := conf.Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	prog := ssa.NewProgram(fset, ssa.BuilderMode(0))
	for _, imp := range pkg.Imports() {
		prog.CreatePackage(imp, nil, nil, true)
	}
	out := prog.CreatePackage(pkg, []*ast.File{file}, info, false)
	out.Build()
	return out
}

// returned evaluates what a function of the program returns.
func (r *Resolver) returnedBy(t testing.TB, name string) template.Set {
	t.Helper()
	fn := r.pkg.Func(name)
	if fn == nil {
		t.Fatalf("no function %s", name)
	}
	return r.KeyText(r.Returns(fn)[0], nil)
}

// whys lists the reasons for which a set is not known.
func whys(s template.Set) []string {
	var out []string
	s.Any(func(h *template.Hole) bool {
		if h.Origin.Kind == template.Unk {
			out = append(out, h.Origin.Reason)
		}
		return false
	})
	return out
}

// cheaply runs f and fails when it takes more CPU time or memory than any program
// may: ten times what the worst takes.
func cheaply(t *testing.T, f func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := cputime.Used()
	f()
	took := cputime.Used() - start
	runtime.ReadMemStats(&after)
	if took > 10*time.Second {
		t.Errorf("took %v of CPU time", took)
	}
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 1024 {
		t.Errorf("allocated %d MB", mb)
	}
	t.Logf("%v, %d MB", took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20)
}
