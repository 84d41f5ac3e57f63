package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
)

// pins are the packages whose tests hold a package to what it should do,
// beside its own.
var pins = map[string][]string{
	"./internal/resolve":  {"./analyzer/keyuse", "./analyzer"},
	"./internal/automata": {"./registry"},
	"./registry":          {"./analyzer"},
	"./analyzer":          {},
}

var order = []string{"./internal/automata", "./registry", "./internal/resolve", "./analyzer"}

func main() {
	var (
		n       = flag.Int("n", 150, "mutants of each package; 0: all")
		seed    = flag.Uint64("seed", 1, "seed of the sample")
		skip    = flag.String("skip", "^(TestStandardLibrary|Fuzz)", "tests that are not run")
		verbose = flag.Bool("v", false, "say what kills each mutant")
	)
	flag.Parse()
	pkgs := flag.Args()
	if len(pkgs) == 0 {
		pkgs = order
	}
	failed := false
	for _, pkg := range pkgs {
		r := &runner{pkg: pkg, skip: *skip, verbose: *verbose}
		if err := r.measure(*n, *seed); err != nil {
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
func (r *runner) measure(n int, seed uint64) error {
	p, err := load(r.pkg)
	if err != nil {
		return err
	}
	all := p.points()
	sample := choose(all, n, seed)
	if err := r.build(p, sample); err != nil {
		return err
	}
	defer os.RemoveAll(r.dir)
	if err := r.reach(); err != nil {
		return err
	}
	killed := 0
	var survivors []*mutant
	for _, m := range r.mutants {
		by, err := r.kill(m)
		switch {
		case err != nil:
			return err
		case by == "":
			survivors = append(survivors, m)
		default:
			killed++
			if r.verbose {
				fmt.Printf("%s: %s: killed by %s\n", m.posn, m.what, by)
			}
		}
	}
	for _, m := range survivors {
		why := "survived"
		if len(m.tests) == 0 {
			why = "no test reaches it"
		}
		fmt.Printf("%s: %s: %s\n", m.posn, m.what, why)
	}
	fmt.Printf("%s: %d of %d mutants killed (%.0f %%); sample of %d, seed %d\n\n",
		r.pkg, killed, len(r.mutants), 100*float64(killed)/float64(max(1, len(r.mutants))), len(all), seed)
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
