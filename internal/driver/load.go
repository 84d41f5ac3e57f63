package driver

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"

	"golang.org/x/tools/go/packages"
)

// loadMode is metadata only: the go command lists the packages and says where
// their export data is; syntax and types are made here, where they are needed.
const loadMode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
	packages.NeedDeps | packages.NeedModule | packages.NeedExportFile | packages.NeedTypesSizes | packages.NeedForTest

// A graph is what the go command says of the packages to look at.
type graph struct {
	initial []*packages.Package          // those that the patterns name
	all     map[string]*packages.Package // by ID, the initial ones and all that they import
}

// load asks the go command for the packages that o names.
func load(ctx context.Context, o *Options) (*graph, error) {
	cfg := &packages.Config{
		Mode:    loadMode,
		Context: ctx,
		Dir:     o.Dir,
		Env:     o.Env,
		Tests:   o.Tests,
	}
	if o.Tags != "" {
		cfg.BuildFlags = append(cfg.BuildFlags, "-tags="+o.Tags)
	}
	initial, err := packages.Load(cfg, o.Patterns...)
	if err != nil {
		return nil, &LoadError{Err: err}
	}
	if len(initial) == 0 {
		return nil, nothing(ctx, cfg, o.Patterns)
	}
	g := &graph{initial: initial, all: map[string]*packages.Package{}}
	packages.Visit(initial, nil, func(p *packages.Package) { g.all[p.ID] = p })
	return g, nil
}

// nothing says why there is no package: the go command refused, or none
// matches. packages.Load takes any refusal of a listing with export data for
// a build that failed, and leaves it out; so the go command is asked again.
func nothing(ctx context.Context, cfg *packages.Config, patterns []string) error {
	args := append(append([]string{"list"}, cfg.BuildFlags...), patterns...)
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir, cmd.Env = cfg.Dir, cfg.Env
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return &LoadError{Err: fmt.Errorf("%w: stderr: %s", err, said.String())}
	}
	return ErrNoPackages
}

// A LoadError is a refusal of the go command to list packages at all.
type LoadError struct{ Err error }

// Error leaves out how the go command was run, and keeps what it said.
func (e *LoadError) Error() string {
	msg := e.Err.Error()
	if _, said, ok := strings.Cut(msg, "stderr: "); ok {
		msg = said
	}
	return fmt.Sprintf("the go command can't list the packages: %s", strings.TrimSpace(msg))
}

func (e *LoadError) Unwrap() error { return e.Err }

// isTestMain reports whether p is the main package that the go command makes
// to run tests.
func isTestMain(p *packages.Package) bool {
	return strings.HasSuffix(p.ID, ".test") && p.Name == "main"
}

// isVariant reports whether p is a package as it is compiled for a test.
func isVariant(p *packages.Package) bool { return p.ID != p.PkgPath }

// isOwn reports whether p belongs to a module that the user works on: the
// main module, or one of the workspace.
func isOwn(p *packages.Package) bool { return p.Module != nil && p.Module.Main }
