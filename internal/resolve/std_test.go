package resolve

import (
	"go/token"
	"go/types"
	"os"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// noFacts is what is known of other packages here: nothing.
type noFacts struct{}

func (noFacts) Returns(*types.Func) (*Summary, bool)    { return nil, false }
func (noFacts) Holds(*types.Var) (template.Value, bool) { return template.Value{}, false }

// maxPackage is how long the resolver may take for one package of the standard
// library; the slowest takes a tenth of that on an idle machine.
const maxPackage = 10 * time.Second

// TestStandardLibrary evaluates what every function of the standard library
// returns. It is code that no key builder looks like: deep loops, giant
// functions, recursion. All that is asked is an answer in time.
func TestStandardLibrary(t *testing.T) {
	patterns := []string{"time", "reflect", "crypto/internal/fips140/nistec", "fmt", "strconv", "go/types"}
	if p := os.Getenv("RESOLVE_STD"); p != "" {
		patterns = []string{p}
	}
	fset := token.NewFileSet()
	pkgs, err := packages.Load(&packages.Config{
		Fset: fset,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedExportFile,
	}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		if p.Types == nil || p.IllTyped {
			continue
		}
		pkg := build(fset, p)
		start := time.Now()
		n := resolveAll(pkg, fset)
		took := time.Since(start)
		if took > 200*time.Millisecond {
			t.Logf("%s: %v for %d functions", p.PkgPath, took.Round(time.Millisecond), n)
		}
		if took > maxPackage {
			t.Errorf("%s took %v", p.PkgPath, took)
		}
	}
}

func build(fset *token.FileSet, p *packages.Package) *ssa.Package {
	prog := ssa.NewProgram(fset, ssa.BuilderMode(0))
	for _, imp := range p.Types.Imports() {
		prog.CreatePackage(imp, nil, nil, true)
	}
	pkg := prog.CreatePackage(p.Types, p.Syntax, p.TypesInfo, false)
	pkg.Build()
	return pkg
}

// resolveAll evaluates every result of every function and every variable.
func resolveAll(pkg *ssa.Package, fset *token.FileSet) int {
	fns := Functions(pkg)
	r := New(pkg, fset, noFacts{})
	r.Index(fns)
	for _, fn := range fns {
		start := time.Now()
		r.Returns(fn)
		if d := time.Since(start); d > 300*time.Millisecond && os.Getenv("RESOLVE_STD") != "" {
			println(fn.String(), d.String(), r.steps)
		}
	}
	for _, m := range pkg.Members {
		if g, ok := m.(*ssa.Global); ok {
			r.Holds(g)
		}
	}
	return len(fns)
}
