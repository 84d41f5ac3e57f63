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
// switch that an environment variable sets, through go build's -overlay: the
// tree is not touched. The tests run once to see which of them reach which
// mutant; each mutant then meets only those, the fast ones first. A test that
// takes ten times the CPU time that it should has noticed.
package main
