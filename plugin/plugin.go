// Package plugin is tenantkey as a linter of golangci-lint v2: a module plugin
// of the name tenantkey. Importing it registers it.
//
// Golangci-lint keeps the issues of a package for as long as its settings and
// the Go files stay the same. It knows nothing of registries, but its cache
// knows the names of a linter's analyzers: one that does nothing has the digest
// of the registries for a name.
package plugin

import (
	"fmt"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
)

// Name is what the linter is called in .golangci.yml.
const Name = "tenantkey"

func init() { register.Plugin(Name, New) }

// New returns the linter with the settings of .golangci.yml, as golangci-lint
// has read them. An error names the setting that is wrong.
func New(raw any) (register.LinterPlugin, error) {
	s, err := readSettings(raw)
	if err != nil {
		return nil, fmt.Errorf("settings of %s: %w", Name, err)
	}
	return &linter{s}, nil
}

type linter struct{ settings *settings }

// GetLoadMode says that the analyzers need types.
func (*linter) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns the rules that are on, and the analyzer that makes
// the cache see the registries.
func (l *linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	rules := analyzer.New(analyzer.Config{Registry: l.settings.registry})
	if err := l.settings.checkRules(rules); err != nil {
		return nil, fmt.Errorf("settings of %s: %w", Name, err)
	}
	on, err := l.settings.choose(rules)
	if err != nil {
		return nil, fmt.Errorf("settings of %s: %w", Name, err)
	}
	for i, a := range on {
		on[i] = alone(a)
	}
	if l.settings.registry != nil {
		return append(on, witness(l.settings.registry.Digest)), nil
	}
	t, err := readTrees(".")
	if err != nil {
		return nil, fmt.Errorf("%s: looking for registries: %w", Name, err)
	}
	for i, a := range on {
		on[i] = t.guard(a)
	}
	return append(on, witness(t.digest)), nil
}

// alone returns a without the related places of its findings. Golangci-lint
// makes an issue of each, which is counted, and is still there when the
// finding that it belongs to is accepted by a comment.
func alone(a *analysis.Analyzer) *analysis.Analyzer {
	wrapped := *a
	wrapped.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			pass.Report(d)
		}
		return a.Run(&p)
	}
	return &wrapped
}

// witness returns an analyzer that does nothing, and whose name is another one
// for other registries.
func witness(digest string) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: Name + "_registry_" + digest,
		Doc:  "stands for the content of the registries in golangci-lint's cache",
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	}
}
