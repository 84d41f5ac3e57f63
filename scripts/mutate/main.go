package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
)

// pins say which tests hold a package to what it should do.
type pins struct {
	by []string // the packages of tests, beside its own
	// alone are the packages whose tests run in a new process for each mutant:
	// registry keeps automata for the whole process. Other tests run one after
	// the other in one process, where what they load is kept.
	alone []string
}

var pinned = map[string]pins{
	"./internal/resolve":  {by: []string{"./analyzer/keyuse", "./analyzer"}},
	"./internal/automata": {by: []string{"./registry"}, alone: []string{"./internal/automata", "./registry"}},
	"./registry":          {by: []string{"./analyzer"}, alone: []string{"./registry"}},
	"./analyzer":          {by: []string{"./analyzer/keyuse"}},
	"./internal/valuedep": {by: []string{"./analyzer"}},
}

var order = []string{"./internal/automata", "./registry", "./internal/resolve", "./analyzer"}

func main() {
	var (
		n       = flag.Int("n", 150, "mutants of each package; 0: all")
		seed    = flag.Uint64("seed", 1, "seed of the sample")
		skip    = flag.String("skip", "^(TestStandardLibrary|TestAdversarial|TestConcurrentRules|TestFixed)$", "tests that are not run")
		verbose = flag.Bool("v", false, "say what kills each mutant")
	)
	flag.Parse()
	pkgs := flag.Args()
	if len(pkgs) == 0 {
		pkgs = order
	}
	failed := false
	for _, pkg := range pkgs {
		r := &runner{pkg: pkg, pins: pinned[pkg], skip: regexp.MustCompile(*skip)}
		if err := r.measure(*n, *seed, *verbose); err != nil {
			fmt.Fprintf(os.Stderr, "mutate: %s: %v\n", pkg, err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

// measure takes a sample of a package's mutants, runs the tests on each, and
// prints those that survive.
func (r *runner) measure(n int, seed uint64, verbose bool) error {
	p, err := load(r.pkg)
	if err != nil {
		return err
	}
	all := p.points()
	sample := choose(all, n, seed)
	chosen := len(sample)
	defer r.stop()
	if err := r.build(p, sample); err != nil {
		return err
	}
	if err := r.reach(); err != nil {
		return err
	}
	killed := 0
	for _, i := range rand.New(rand.NewPCG(seed, 1)).Perm(len(r.mutants)) { // so that a run which is stopped says something too
		m := r.mutants[i]
		by, err := r.kill(m)
		switch {
		case err != nil:
			return err
		case by != "":
			killed++
			if verbose {
				fmt.Printf("%s: %s: killed by %s\n", m.posn, m.what, by)
			}
		case len(m.tests) == 0:
			fmt.Printf("%s: %s: no test reaches it\n", m.posn, m.what)
		default:
			fmt.Printf("%s: %s: survived\n", m.posn, m.what)
		}
	}
	fmt.Printf("%s: %d of %d mutants killed (%.0f %%); sample of %d, seed %d; %d more do not compile\n\n",
		r.pkg, killed, len(r.mutants), 100*float64(killed)/float64(max(1, len(r.mutants))), len(all), seed, chosen-len(r.mutants))
	return nil
}

// choose takes n of the mutants at random, in the order of the source.
func choose(all []*mutant, n int, seed uint64) []*mutant {
	if n <= 0 || n >= len(all) {
		return all
	}
	rng := rand.New(rand.NewPCG(seed, seed))
	picked := rng.Perm(len(all))[:n]
	slices.Sort(picked)
	out := make([]*mutant, n)
	for i, j := range picked {
		out[i] = all[j]
	}
	return out
}
