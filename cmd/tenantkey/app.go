package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"golang.org/x/term"
	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/registry"
)

// An app is one run of the program.
type app struct {
	stdout, stderr io.Writer
	exit           int
}

// fail prints why the job could not be done, one sentence a reason.
func (a *app) fail(err error) {
	var wrong *registry.Error
	if errors.As(err, &wrong) {
		fmt.Fprintln(a.stderr, err) // each line of it has a position in front
		return
	}
	fmt.Fprintf(a.stderr, "tenantkey: %s\n", oneDash(err.Error()))
}

// newAnalyzers returns the rules as hosts run them that look at one package at
// a time, for a registry file, "" for the one that is found from each package.
func newAnalyzers(registryFile string) []*analysis.Analyzer {
	return analyzer.New(analyzer.Config{RegistryFile: registryFile})
}

// version returns the version of this program as the go command stamped it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "v0.0.0-unreleased"
	}
	return info.Main.Version
}

// terminal reports whether w is a terminal that a person looks at.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// colours reports whether w gets colours: see https://no-color.org.
func colours(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && terminal(w)
}

// plural writes a count with its noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") {
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
