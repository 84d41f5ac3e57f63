// Package driver runs analyzers over the packages of a module.
//
// It is a driver of its own for its cost: hosts that build on the checkers of
// x/tools load every dependency from source as soon as an analyzer has facts,
// and pass each fact on to every importer. Here only the packages that the
// user works on, and those dependencies that can reach a store client, are
// parsed and type-checked; all that they import comes from the export data
// that the go command has anyway. Each package is checked for itself against
// export data alone, so a package looks the same to its importers whether it
// was analysed in this run or is known from the cache. Facts are kept once,
// with the package that they are about.
package driver

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/tenantkey/tenantkey/internal/report"
)

// Options say what to run over what.
type Options struct {
	Dir      string   // working directory of the go command; "" is the current one
	Env      []string // its environment; nil is the current one
	Tags     string   // build tags, with commas
	Patterns []string // package patterns
	Tests    bool     // look at test files as well

	// Analyzers is what is run. Their diagnostics are findings; a result of
	// type analyzer.Findings adds the keys to them, and one of type
	// []*analyzer.Entry is the inventory.
	Analyzers []*analysis.Analyzer

	// IsClient reports whether an import path is a store client. Dependencies
	// that can reach one are analysed for their facts; with nil, none is.
	IsClient func(path string) bool

	// Policy, if not nil, knows the policies that findings depend on.
	Policy PolicyFunc

	// Cache, if not nil, keeps what packages come to between runs.
	Cache *Cache
	// Kept, if not nil, keeps the packages themselves.
	Kept *Kept

	// Progress, if not nil, is called after each package.
	Progress func(done, total int)
	// Debug, if not nil, gets a line for whatever was worked around.
	Debug io.Writer
}

// A Result is what the analyzers found.
type Result struct {
	Findings []report.Finding
	Entries  []report.Entry
	Problems []Problem
	// Packages is the packages that could be reported on, in order.
	Packages []*packages.Package
}

// A Problem is a reason why the job could not be done for a package.
type Problem struct {
	Package string // ID
	Posn    string // file:line:col, or ""
	Message string
}

// Run loads the packages and runs the analyzers over them. An error means
// that nothing was done (a *LoadError, a *PolicyError, ErrNoPackages); what went wrong with single packages is among the
// result's problems.
func Run(ctx context.Context, o *Options) (*Result, error) {
	if err := analysis.Validate(o.Analyzers); err != nil {
		return nil, err
	}
	tool := make(chan digested, 1) // while the go command works
	go func() { tool <- toolDigest(o) }()
	un, err := universeOf(ctx, o)
	if err != nil {
		return nil, err
	}
	g := un.graph
	r := &runner{Options: o, graph: g, universe: un}
	r.units = selectUnits(g, o.IsClient)
	if err := r.policies(); err != nil {
		return nil, err
	}
	if err := r.prepareCache((<-tool)); err != nil {
		return nil, err
	}
	r.debugf("%d packages listed, %d to analyse, %d of them to report on", len(g.all), len(r.units), countReported(r.units))
	if err := r.schedule(ctx, runtime.GOMAXPROCS(0)); err != nil {
		return nil, err
	}
	if r.broken.Load() {
		return nil, ErrBrokenCache
	}
	return r.result(), nil
}

// ErrNoPackages says that the patterns match nothing.
var ErrNoPackages = errors.New("no packages match")

// ErrBrokenCache says that the cache gave what can't have been put there.
var ErrBrokenCache = errors.New("the cache is damaged: delete it, or run without it")

// A runner is one run of the driver.
type runner struct {
	*Options
	*graph
	universe *universe
	units    []*unit

	tool     string      // digest of this program
	settings string      // digest of the analyzers and their flags
	exports  sync.Map    // digests of export data by file name
	broken   atomic.Bool // facts from the cache could not be read

	debugMu sync.Mutex
}

// A digested is a digest, or why there is none.
type digested struct {
	sum string
	err error
}

func toolDigest(o *Options) digested {
	if o.Cache == nil {
		return digested{}
	}
	sum, err := executableDigest()
	return digested{sum, err}
}

// prepareCache settles what all keys of the cache have in common.
func (r *runner) prepareCache(tool digested) error {
	if r.Cache == nil {
		return nil
	}
	registerFacts(r.Analyzers)
	r.tool, r.settings = tool.sum, settingsOf(r.Analyzers)
	return tool.err
}

func countReported(units []*unit) int {
	n := 0
	for _, u := range units {
		if u.report {
			n++
		}
	}
	return n
}

// result gathers what the units came to, in their order.
func (r *runner) result() *Result {
	res := &Result{}
	for _, u := range r.units {
		res.Problems = append(res.Problems, u.problems...)
		if u.report {
			res.Findings = append(res.Findings, u.findings...)
			res.Entries = append(res.Entries, u.entries...)
			if len(u.problems) == 0 {
				res.Packages = append(res.Packages, u.pkg)
			}
		}
	}
	res.Findings = report.Merge(res.Findings)
	res.Entries = report.MergeEntries(res.Entries)
	res.Problems = mergeProblems(res.Problems)
	return res
}

// mergeProblems drops what is said of a package and again of its test
// variant, and sorts by package.
func mergeProblems(ps []Problem) []Problem {
	slices.SortStableFunc(ps, func(a, b Problem) int { return strings.Compare(a.Package, b.Package) })
	seen := map[[2]string]bool{}
	return slices.DeleteFunc(ps, func(p Problem) bool {
		k := [2]string{p.Posn, p.Message}
		if p.Posn == "" {
			return false
		}
		dup := seen[k]
		seen[k] = true
		return dup
	})
}
