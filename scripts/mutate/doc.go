// Mutate measures how much the tests would notice.
//
// It changes the code of a package in one small way at a time (a condition
// negated, a boundary moved, && for ||, a constant one off, a statement left
// out, an empty result) and runs the tests: a mutant that no test fails on has
// survived, and says what is not tested.
//
//	go run ./scripts/mutate -n 150 -seed 1
//	go run ./scripts/mutate -n 40 -seed 7 ./internal/automata
//
// All mutants of a package are compiled into one test binary, each behind a
// switch, through go build's -overlay: the tree is not touched. The tests run
// once to see which of them reach which mutant; each mutant then meets only
// those, the fast ones first, until one notices: it fails, crashes, takes ten
// times the CPU time that it should (and 3 s), or 3 GB. -v says which and how.
// The tests of packages that use the changed one count as well (pinned in
// main.go); those that run tenantkey as a program (cmd, doctest, plugin)
// don't, nor do the slowest (-skip), so what they alone would notice has
// survived here.
//
// A mutant is in the figure whether it can be noticed or not. Not made are
// those that don't compile, which are counted, and those that by construction
// change nothing that a test may look at: String methods, how much room a
// make or a Grow asks for, panics left out, and one more or less of a bound: of
// a constant of 8 or more whose name begins with max.
package main
