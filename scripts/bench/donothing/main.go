// Donothing is an analyzer that asks for SSA and reports nothing, with the
// usual driver: by itself it loads packages as multichecker does, and go vet
// can run it as its -vettool. It shows what the usual way costs before any
// analysis.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"
	"golang.org/x/tools/go/analysis/passes/buildssa"
)

var nothing = &analysis.Analyzer{
	Name:     "donothing",
	Doc:      "build SSA and report nothing",
	Requires: []*analysis.Analyzer{buildssa.Analyzer},
	Run:      func(*analysis.Pass) (any, error) { return nil, nil },
}

func main() { multichecker.Main(nothing) }
