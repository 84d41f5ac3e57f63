package keyuse

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// buildSSA builds the package's functions. Unlike passes/buildssa it asks no
// other analyzer which functions never return: that one has facts, and would
// make every host load every dependency from source.
func buildSSA(pass *analysis.Pass) *ssa.Package {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	seen := map[*types.Package]bool{}
	for _, p := range pass.Pkg.Imports() {
		if !seen[p] {
			seen[p] = true
			prog.CreatePackage(p, nil, nil, true)
		}
	}
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg
}
