package main

import (
	"context"
	"regexp"
	"runtime"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/cputime"
	"github.com/tenantkey/tenantkey/internal/driver"
	"github.com/tenantkey/tenantkey/internal/stores"
)

// An outcome is what became of one corpus.
type outcome struct {
	Packages int           // analysed, or tried
	Broken   int           // that do not compile here
	Builder  int           // that the SSA builder panicked on
	Panics   []string      // of tenantkey
	Slow     []string      // packages over the limit
	Worst    time.Duration // CPU time of the slowest package
	WorstPkg string
	CPU      time.Duration // of all packages
	Findings int
}

// limit is the CPU time that one package may take, the garbage collector's
// included.
const limit = 10 * time.Second

// child analyses the packages of dir. The process does one thing at a time.
func child(dir string, patterns []string) (*outcome, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // one package at a time
	w := &watch{}
	res, err := driver.Run(context.Background(), &driver.Options{
		Dir: dir, Patterns: patterns,
		Analyzers: append([]*analysis.Analyzer{everything}, analyzer.Analyzers...),
		IsClient:  stores.IsClient,
		Progress:  func(int, int) { w.done() },
		Debug:     w,
	})
	if err != nil {
		return nil, err
	}
	out := &w.outcome
	out.Findings = len(res.Findings)
	broken := map[string]bool{}
	for _, p := range res.Problems {
		switch {
		case strings.Contains(p.Message, "broke down"):
			out.Panics = append(out.Panics, p.String())
		case strings.Contains(p.Message, builderPanic):
			out.Builder++
		default:
			broken[p.Package] = true
		}
	}
	out.Broken = len(broken)
	return out, nil
}

// A watch takes the CPU time between two packages. Which package it was, the
// driver's debug output tells: it names each that takes long.
type watch struct {
	outcome
	before time.Duration
	last   string
}

var tookLine = regexp.MustCompile(`debug: (\S+)(?: \[\S+\])? took `)

// Write reads the debug output.
func (w *watch) Write(line []byte) (int, error) {
	if m := tookLine.FindSubmatch(line); m != nil {
		w.last = string(m[1])
	} else if strings.Contains(string(line), " to analyse") {
		w.before = cputime.Used() // listing is over
	}
	return len(line), nil
}

func (w *watch) done() {
	now := cputime.Used()
	took := now - w.before
	w.before = now
	w.Packages++
	w.CPU += took
	if took > w.Worst {
		w.Worst, w.WorstPkg = took, w.last
	}
	if took > limit {
		w.Slow = append(w.Slow, w.last+" "+took.Round(time.Millisecond).String())
	}
	w.last = ""
}
