package analyzer

import "golang.org/x/tools/go/analysis"

// Keydeps is the rule keydeps alone, for tests.
func Keydeps(all bool) *analysis.Analyzer {
	a := newKeydeps(&settings{})
	if all {
		if err := a.Flags.Set("all", "true"); err != nil {
			panic(err)
		}
	}
	return a
}
