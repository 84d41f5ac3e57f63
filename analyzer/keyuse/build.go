package keyuse

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// buildSSA builds the package's functions. Unlike passes/buildssa it asks no
// other analyzer which functions never return: that one has facts, and would
// make every host load every dependency from source.
//
// It makes members only of the imports that a function or variable is named
// of, since it makes all that an import declares: of generated packages, of
// which most importers name types, these are a fifth of a run. Methods are
// made when they are called. So the initializer can't call those of the
// imports, and is a bare one.
func buildSSA(pass *analysis.Pass) *ssa.Package {
	prog := ssa.NewProgram(pass.Fset, ssa.BareInits)
	seen := map[*types.Package]bool{pass.Pkg: true, nil: true}
	for _, obj := range pass.TypesInfo.Uses {
		if p := obj.Pkg(); !seen[p] && isMember(obj) {
			seen[p] = true
			prog.CreatePackage(p, nil, nil, true)
		}
	}
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg
}

// isMember tells whether obj is a function or variable of a package, what the
// SSA of code that names it points to.
func isMember(obj types.Object) bool {
	switch obj.(type) {
	case *types.Func, *types.Var:
		return obj.Parent() != nil && obj.Parent() == obj.Pkg().Scope()
	}
	return false
}
