package main

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/fault"
)

// breakingMain is the program with an analysis that breaks down on each
// function called BreaksDown.
func breakingMain() {
	whole := keyuse.Analyzer.Run
	keyuse.Analyzer.Run = func(pass *analysis.Pass) (any, error) {
		for _, file := range pass.Files {
			for _, decl := range file.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Name.Name == "BreaksDown" {
					breakDown(fn)
				}
			}
		}
		return whole(pass)
	}
	main()
}

func breakDown(fn *ast.FuncDecl) {
	defer fault.At(fn.Pos())
	panic("a fault in the code")
}
