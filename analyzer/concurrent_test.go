package analyzer

import (
	"fmt"
	"go/types"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// Hosts other than tenantkey itself run the rules of a package at the same
// time; they share what the fact passes found, and find the same each time.
func TestConcurrentRules(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: "../testdata/incident/before"}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		if p.TypesInfo == nil {
			p.TypesInfo = new(types.Info) // from export data: nothing to look at
		}
	})
	var first []string
	for i := range 50 {
		graph, err := checker.Analyze(New(Config{}), pkgs, nil)
		if err != nil {
			t.Fatal(err)
		}
		found := []string{}
		for _, root := range graph.Roots {
			if root.Err != nil {
				t.Fatal(root.Err)
			}
			for _, d := range root.Diagnostics {
				found = append(found, fmt.Sprintf("%s: %s", root.Package.Fset.Position(d.Pos), d.Message))
			}
		}
		slices.Sort(found)
		switch {
		case len(found) == 0:
			t.Fatal("nothing is found")
		case i == 0:
			first = found
		case !slices.Equal(first, found):
			t.Fatalf("run %d found\n%q\nnot\n%q", i+1, found, first)
		}
	}
}
