// Torture runs the analysis over code that nobody wrote for it: the standard
// library and the go command, the test programs of Go ($GOROOT/test), those of
// the SSA builder, and large modules. Asked is only that it ends well: no
// panic, no package over 10 s of CPU time, no growth of memory without bound.
//
//	go run ./scripts/torture                  # everything, in modules.txt's order
//	go run ./scripts/torture std goroot       # some of it
//	go run ./scripts/torture golang.org/x/text@v0.43.0
//
// Tenantkey passes by a package that can hold no keys. Here every function of
// every package is resolved and asked for what it depends on, and the rules
// are run as well. Packages that do not compile are counted and passed by.
//
// Each corpus is one child process that does one package at a time, so that
// the CPU time between two packages is the cost of one.
package main
