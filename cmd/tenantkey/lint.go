package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/driver"
	"github.com/tenantkey/tenantkey/internal/report"
	"github.com/tenantkey/tenantkey/internal/stores"
)

// lintFlags are those of the linter itself.
type lintFlags struct {
	loadFlags
	selection
	format  string
	json    bool
	context int
	fix     bool
	diff    bool

	newFrom       string
	baseline      string
	writeBaseline bool
}

const long = `Tenantkey finds cache keys through which one tenant can read another's data.

It exits with 0 when nothing was found, 1 when something was, and 2 when it
could not do the job.`

func (a *app) rootCommand() *cobra.Command {
	f := &lintFlags{}
	rules := analyzer.New(analyzer.Config{ProvedByHost: true})
	cmd := &cobra.Command{
		Use:           "tenantkey [flags] [packages]",
		Short:         "Find cache keys through which one tenant can read another's data",
		Long:          long,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.lint(cmd.Context(), f, rules, args)
		},
	}
	fs := cmd.Flags()
	fs.SortFlags = true
	f.loadFlags.register(fs)
	fs.BoolVar(&f.tests, "test", false, "compile test files in; no rule reports in them")
	fs.StringVar(&f.format, "format", "text", "print findings as `FORMAT`: "+strings.Join(formats, ", "))
	fs.BoolVar(&f.json, "json", false, "print findings as other Go analysis tools do with -json")
	fs.IntVar(&f.context, "c", 0, "show `N` lines around each finding; -1 shows none")
	fs.BoolVar(&f.fix, "fix", false, "apply the first fix of each finding")
	fs.BoolVar(&f.diff, "diff", false, "with -fix: print the changes as a diff, apply nothing")
	fs.StringVar(&f.newFrom, "new-from", "", "print only findings on lines that were changed since the git revision `REV`")
	fs.StringVar(&f.baseline, "baseline", "", "leave out the findings that `FILE` accepts, and say which of them are fixed")
	fs.BoolVar(&f.writeBaseline, "write-baseline", false, "accept all findings: write them to the file of -baseline")
	f.selection.register(fs, rules)

	cmd.SetOut(a.stdout)
	cmd.SetErr(a.stderr)
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return fmt.Errorf("%w: run tenantkey help for the flags there are", err)
	})
	cmd.AddCommand(a.keysCommand(), a.proveCommand(), a.versionCommand())
	a.setHelp(cmd, rules)
	return cmd
}

// lint runs the rules that are picked and prints what they find.
func (a *app) lint(ctx context.Context, f *lintFlags, rules []*analysis.Analyzer, patterns []string) error {
	if err := f.check(); err != nil {
		return err
	}
	stop, err := f.profile()
	if err != nil {
		return err
	}
	if err := f.giveRegistry(rules); err != nil {
		return err
	}
	res, env, err := a.analyse(ctx, &f.loadFlags, f.pick(rules), patterns)
	if err = errors.Join(err, stop()); err != nil {
		return err
	}
	if err := a.adopt(ctx, f, env, res); err != nil {
		return err
	}
	if f.fix {
		err = a.applyFixes(f, env, res)
	} else {
		err = a.print(f, env, res.Findings)
	}
	if err != nil {
		return err
	}
	a.finish(f, env, res)
	return nil
}

// formats are the values of -format.
var formats = []string{"text", "json", "sarif", "github"}

func (f *lintFlags) check() error {
	if !slices.Contains(formats, f.format) {
		return fmt.Errorf("there is no -format=%s: use one of %s", f.format, strings.Join(formats, ", "))
	}
	if f.writeBaseline && f.baseline == "" {
		return errors.New("-write-baseline needs the name of the file: give -baseline too")
	}
	if f.diff && !f.fix {
		return errors.New("-diff shows what -fix would do: give both")
	}
	return nil
}

// environment is what the output needs to know of where the program runs.
type environment struct {
	dir        string // working directory
	root       string // root of its module
	noRegistry bool
}

// analyse runs analyzers over packages, and prints what kept it from doing so
// for some of them.
func (a *app) analyse(ctx context.Context, f *loadFlags, rules []*analysis.Analyzer, patterns []string) (*driver.Result, *environment, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, nil, err
	}
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	prover := proverOf(rules)
	p := &policies{prove: prover != nil}
	if f.registry != "" {
		if p.file, err = filepath.Abs(f.registry); err != nil {
			return nil, nil, err
		}
	}
	opts := &driver.Options{
		Dir: dir, Tags: f.tags, Patterns: patterns, Tests: f.tests,
		Analyzers: rules, IsClient: stores.IsClient, Policy: p.digest,
	}
	if f.debug {
		opts.Debug = a.stderr
	}
	if opts.Cache, err = openCache(); err != nil {
		return nil, nil, err
	}
	progress := a.newProgress()
	opts.Progress = progress.update
	res, err := driver.Run(ctx, opts)
	progress.clear()
	if opts.Cache != nil {
		if err := opts.Cache.Trim(); err != nil && f.debug {
			fmt.Fprintf(a.stderr, "tenantkey: debug: the cache can't be trimmed: %v\n", err)
		}
	}
	if err != nil {
		return nil, nil, explain(err, dir, patterns)
	}
	for _, problem := range res.Problems {
		fmt.Fprintln(a.stderr, a.problem(dir, problem))
	}
	if len(res.Problems) > 0 {
		a.exit = exitFailed
	}
	faults, err := p.faults(ctx, prover, res.Packages)
	if err != nil {
		return nil, nil, err
	}
	res.Findings = report.Merge(append(res.Findings, faults...))
	return res, &environment{dir: dir, root: moduleRoot(dir), noRegistry: !p.found}, nil
}

// explain says what to do about an error of the driver.
func explain(err error, dir string, patterns []string) error {
	var load *driver.LoadError
	switch {
	case errors.Is(err, driver.ErrNoPackages):
		return fmt.Errorf("no Go packages match %s: name others, or run tenantkey in the directory of a Go module", strings.Join(patterns, " "))
	case errors.Is(err, driver.ErrBrokenCache):
		return fmt.Errorf("the cache is damaged: run again with %s=off, or delete its directory", cacheVariable)
	case errors.As(err, &load) && noModule(load.Error()):
		return fmt.Errorf("there is no go.mod in %s or above: run tenantkey in the directory of a Go module", dir)
	}
	return err
}

func noModule(msg string) bool {
	return strings.Contains(msg, "go.mod file not found") || strings.Contains(msg, "does not contain main module")
}

// problem prints why a package was not looked at.
func (a *app) problem(dir string, p driver.Problem) string {
	switch {
	case p.Posn != "":
		return fmt.Sprintf("%s: %s (package %s is not checked)", report.ShortName(dir, p.Posn), p.Message, p.Package)
	case noModule(p.Message):
		return fmt.Sprintf("tenantkey: there is no go.mod in %s or above: run tenantkey in the directory of a Go module", dir)
	}
	return fmt.Sprintf("tenantkey: %s: %s", p.Package, strings.TrimSpace(p.Message))
}

// print writes findings to stdout.
func (a *app) print(f *lintFlags, env *environment, findings []report.Finding) error {
	switch {
	case f.json:
		return report.Tree(a.stdout, findings)
	case f.format == "json":
		return report.JSON(a.stdout, env.root, findings)
	case f.format == "sarif":
		return report.SARIF(a.stdout, env.root, tool(), findings)
	case f.format == "github":
		return report.GitHub(a.stdout, firstOf(os.Getenv("GITHUB_WORKSPACE"), env.root), findings)
	}
	p := &report.TextPrinter{W: a.stdout, Dir: env.dir, Color: colours(a.stdout), Context: f.context}
	return p.Findings(findings)
}

// tool describes this program for reports.
func tool() report.Tool {
	t := report.Tool{Version: version()}
	for _, a := range newAnalyzers("") {
		t.Rules = append(t.Rules, report.Rule{Name: a.Name, Doc: a.Doc, URL: a.URL})
	}
	return t
}

// finish prints the last lines, for people, and settles the exit code.
func (a *app) finish(f *lintFlags, env *environment, res *driver.Result) {
	if a.exit == exitClean && len(res.Findings) > 0 && !f.json {
		a.exit = exitFindings
	}
	nothing := len(res.Packages) == 0 && a.exit == exitFailed // why was said
	if f.json || f.format != "text" || nothing {
		return
	}
	if env.noRegistry {
		fmt.Fprintln(a.stderr, "tenantkey: there is no registry.yaml: with one that names the tenant, keys without the tenant are found too (see tenantkey help registry)")
	}
	in := map[string]bool{}
	for i := range res.Findings {
		in[res.Findings[i].Package] = true
	}
	if n := len(res.Findings); n > 0 {
		fmt.Fprintf(a.stderr, "tenantkey: %s in %d of %s\n", plural(n, "finding"), len(in), plural(len(res.Packages), "package"))
	} else {
		fmt.Fprintf(a.stderr, "tenantkey: no findings in %s\n", plural(len(res.Packages), "package"))
	}
}

// moduleRoot returns the nearest directory from dir up with a go.mod, or with
// a go.work, or dir.
func moduleRoot(dir string) string {
	for _, name := range []string{"go.mod", "go.work"} {
		for d := dir; ; d = filepath.Dir(d) {
			if info, err := os.Stat(filepath.Join(d, name)); err == nil && !info.IsDir() {
				return d
			}
			if d == filepath.Dir(d) {
				break
			}
		}
	}
	return dir
}
