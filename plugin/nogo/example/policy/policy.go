// Package policy holds the rules of tenantkey, checked against a registry that
// is compiled in: an action of Bazel reads no file that it was not given.
package policy

import (
	_ "embed"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/registry"
)

//go:embed registry.yaml
var text []byte

var rules = newRules()

func newRules() map[string]*analysis.Analyzer {
	reg, err := registry.Parse("registry.yaml", text)
	if err != nil {
		panic(err) // nogo must not run with half a policy
	}
	out := make(map[string]*analysis.Analyzer)
	for _, a := range analyzer.New(analyzer.Config{Registry: reg}) {
		out[a.Name] = a
	}
	return out
}

// Rule returns the rule of a name: tenantkey, keydeps, keyambiguous.
func Rule(name string) *analysis.Analyzer {
	a := rules[name]
	if a == nil {
		panic(fmt.Sprintf("tenantkey has no rule %s", name))
	}
	return a
}
