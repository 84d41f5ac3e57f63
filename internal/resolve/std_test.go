package resolve_test

import (
	"go/token"
	"os"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/cputime"
	"github.com/tenantkey/tenantkey/internal/resolve"
)

// maxPackage is how long the resolver may take for one package of the standard
// library; the slowest takes a tenth of that on an idle machine.
const maxPackage = 10 * time.Second

// TestStandardLibrary evaluates what every function of the standard library
// returns. It is code that no key builder looks like: deep loops, giant
// functions, recursion. All that is asked is an answer in time. With
// TENANTKEY_TORTURE set it is the whole library (make torture), else the
// packages that were slow once.
func TestStandardLibrary(t *testing.T) {
	patterns := []string{"std"}
	if os.Getenv("TENANTKEY_TORTURE") == "" {
		patterns = []string{"time", "reflect", "regexp/syntax", "crypto/tls", "crypto/internal/fips140/nistec"}
	}
	fset := token.NewFileSet()
	pkgs, err := packages.Load(&packages.Config{
		Fset: fset,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedExportFile,
	}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	done := 0
	for _, p := range pkgs {
		if p.Types == nil || p.IllTyped {
			continue
		}
		done++
		pkg := build(fset, p)
		start := cputime.Used()
		n := resolveAll(pkg, fset)
		if took := cputime.Used() - start; took > maxPackage {
			t.Errorf("%s took %v for %d functions", p.PkgPath, took, n)
		} else if took > time.Second {
			t.Logf("%s: %v for %d functions", p.PkgPath, took.Round(time.Millisecond), n)
		}
	}
	if done == 0 {
		t.Error("no package was loaded")
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
	fns := resolve.Functions(pkg)
	r := resolve.New(pkg, fset, resolve.NoFacts{})
	r.Index(fns)
	for _, fn := range fns {
		r.Returns(fn)
	}
	for _, m := range pkg.Members {
		if g, ok := m.(*ssa.Global); ok {
			r.Holds(g)
		}
	}
	return len(fns)
}
