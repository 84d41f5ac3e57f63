package main

import (
	"fmt"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/resolve"
	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/internal/valuedep"
)

// everything evaluates what every function of a package returns, what every
// variable holds, and what all of it depends on.
var everything = &analysis.Analyzer{
	Name:       "everything",
	Doc:        "everything evaluates whatever a package has",
	Requires:   []*analysis.Analyzer{keyuse.Analyzer},
	ResultType: reflect.TypeFor[int](),
	Run: func(pass *analysis.Pass) (any, error) {
		pkg, err := build(pass)
		if err != nil {
			return 0, err
		}
		fns := resolve.Functions(pkg)
		r := resolve.New(pkg, pass.Fset, noFacts{})
		r.Index(fns)
		for _, fn := range fns {
			r.Returns(fn)
		}
		for _, m := range pkg.Members {
			if g, ok := m.(*ssa.Global); ok {
				r.Holds(g)
			}
		}
		a := valuedep.New(valuedep.Config{Pkg: pkg, Files: pass.Files, Info: pass.TypesInfo})
		for _, fn := range a.Funcs() {
			a.FactOf(fn)
		}
		return len(fns), nil
	},
}

// build returns the package's functions, which keyuse has built if it needed
// any. A panic in the building is the SSA builder's.
func build(pass *analysis.Pass) (pkg *ssa.Package, err error) {
	if built := pass.ResultOf[keyuse.Analyzer].(*keyuse.Result).Pkg; built != nil {
		return built, nil
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: %v", builderPanic, r)
		}
	}()
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	for _, imp := range pass.Pkg.Imports() {
		prog.CreatePackage(imp, nil, nil, true)
	}
	pkg = prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg, nil
}

const builderPanic = "the SSA builder panicked"

// noFacts is what is known of other packages here: nothing.
type noFacts struct{}

func (noFacts) Returns(*types.Func) (*resolve.Summary, bool) { return nil, false }
func (noFacts) Holds(*types.Var) (template.Value, bool)      { return template.Value{}, false }
