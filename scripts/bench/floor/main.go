// Floor does what no Go analyser on SSA can do without, and nothing else: it
// loads types and syntax of the named packages over export data and builds
// their SSA. Its cost is the yardstick for tenantkey's.
//
//	floor [-test] [PACKAGE...]
package main

import (
	"flag"
	"fmt"
	"os"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

func main() {
	tests := flag.Bool("test", false, "load test files as well")
	flag.Parse()
	patterns := flag.Args()
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	if err := run(*tests, patterns); err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(2)
	}
}

func run(tests bool, patterns []string) error {
	// Without NeedDeps the dependencies come from export data.
	loaded, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
			packages.NeedExportFile | packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo,
		Tests: tests,
	}, patterns...)
	if err != nil {
		return err
	}
	var sound []*packages.Package // SSA can't be built of the others
	for _, p := range loaded {
		if p.Types != nil && p.TypesInfo != nil && !p.IllTyped && len(p.Errors) == 0 {
			sound = append(sound, p)
		}
	}
	prog, pkgs := ssautil.Packages(sound, ssa.BuilderMode(0))
	prog.Build()
	functions := 0
	for _, p := range pkgs {
		if p != nil {
			functions += len(p.Members)
		}
	}
	fmt.Printf("%d packages, %d members, %d packages left out for errors\n", len(sound), functions, len(loaded)-len(sound))
	return nil
}
