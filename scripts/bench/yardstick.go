package main

import "path/filepath"

// A state is what a tool has in its caches when it is run.
type state string

const (
	cold  state = "cold"
	warm  state = "warm"
	leaf  state = "leaf"
	hub   state = "hub"
	fresh state = "fresh"
)

// A yardstick is a tool to measure.
type yardstick struct {
	name   string
	title  string
	args   func(bin string, r *repo) []string
	states []state
	good   []int // exit codes, besides 0, that mean that it did its job
	heavy  bool  // measured once, however often light ones are
}

// incremental is the states of a tool that remembers what it found.
var incremental = []state{cold, warm, leaf, hub}

// yardsticks is the tools in the order of the tables.
var yardsticks = []yardstick{
	{name: "list", title: "`go list -deps -export`", args: goCommand("list", "-deps", "-export", "-f={{.Export}}"), states: []state{warm, leaf, hub}},
	{name: "list-test", title: "`go list -deps -test -export`", args: goCommand("list", "-deps", "-test", "-export", "-f={{.Export}}"), states: []state{warm, leaf, hub}},
	{name: "build", title: "`go build`", args: goCommand("build"), states: []state{fresh}},
	{name: "floor", title: "floor", args: program("floor"), states: []state{warm}},
	{name: "floor-test", title: "floor with tests", args: program("floor", "-test"), states: []state{warm}},
	{name: "tenantkey", title: "**tenantkey**", args: program("tenantkey"), states: append([]state{fresh}, incremental...), good: []int{1}},
	{name: "tenantkey-vet", title: "**tenantkey** as a vet tool", args: vetTool("tenantkey"), states: incremental, good: []int{1}},
	{name: "golangci-tenantkey", title: "golangci-lint with only **tenantkey**", args: golangci("golangci-tenantkey"), states: incremental, good: []int{1}},
	{name: "golangci-printf", title: "golangci-lint with only govet's printf", args: golangci("golangci-printf"), states: incremental, good: []int{1}},
	{name: "govet", title: "go vet", args: goCommand("vet"), states: incremental, good: []int{1}, heavy: true},
	{name: "donothing", title: "do-nothing SSA analyzer", args: program("donothing"), states: []state{warm}, good: []int{1, 3}, heavy: true},
	{name: "donothing-vet", title: "do-nothing SSA vet tool", args: vetTool("donothing"), states: incremental, good: []int{1}, heavy: true},
	{name: "staticcheck", title: "staticcheck", args: program("staticcheck"), states: incremental, good: []int{1}, heavy: true},
	{name: "gosec", title: "gosec", args: program("gosec", "-quiet", "-no-fail"), states: []state{warm}, good: []int{1}, heavy: true},
	{name: "nilaway", title: "nilaway, own packages", args: nilaway, states: []state{warm}, good: []int{1, 3}, heavy: true},
}

func toolNames() []string {
	var out []string
	for _, y := range yardsticks {
		out = append(out, y.name)
	}
	return out
}

func goCommand(args ...string) func(string, *repo) []string {
	return func(_ string, r *repo) []string {
		return append(append([]string{"go"}, args...), r.patterns...)
	}
}

func program(name string, args ...string) func(string, *repo) []string {
	return func(bin string, r *repo) []string {
		return append(append([]string{filepath.Join(bin, name)}, args...), r.patterns...)
	}
}

func vetTool(name string) func(string, *repo) []string {
	return func(bin string, r *repo) []string {
		return append([]string{"go", "vet", "-vettool=" + filepath.Join(bin, name)}, r.patterns...)
	}
}

// nilaway infers across all packages that it is not told to leave alone; as
// its documentation advises, only the module's own are left.
func nilaway(bin string, r *repo) []string {
	return append([]string{filepath.Join(bin, "nilaway"), "-include-pkgs=" + r.module}, r.patterns...)
}
