package driver

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/driver/storetest"
)

// Facts go from package to package; a method and a generic function have them
// too. Package d meets T, of a package that it does not import.
const chain = `
-- a/a.go --
package a

type T struct{}

func (*T) MarkMethod() {}

func MarkGeneric[E any](e E) E { return e }

func Mark() {}
-- b/b.go --
package b

import "example.com/m/a"

func B() { a.Mark() }

func New() *a.T { return nil }
-- c/c.go --
package c

import (
	"example.com/m/a"
	"example.com/m/b"
)

func C() { b.B() }

func G() int { return a.MarkGeneric(1) }
-- d/d.go --
package d

import "example.com/m/b"

func D() { b.New().MarkMethod() }
`

var chainFound = []string{
	"b/b.go:5: Mark B",
	"c/c.go:8: Mark B C",
	"c/c.go:10: MarkGeneric G",
	"d/d.go:5: MarkMethod D",
}

func TestFactsAcrossPackages(t *testing.T) {
	checkRan(t, options(module(t, chain)), chainFound...)
}

// Packages that the patterns do not name are analysed for their facts, and not
// reported on.
func TestPatterns(t *testing.T) {
	o := options(module(t, chain))
	o.Patterns = []string{"./c"}
	checkRan(t, o, "c/c.go:8: Mark B C", "c/c.go:10: MarkGeneric G")
}

// A package is reported once, in its test variant; external tests see the
// facts of what only test files declare.
func TestVariants(t *testing.T) {
	o := options(module(t, `
-- a/a.go --
package a

func Mark() {}

func A() { Mark() }
-- a/export_test.go --
package a

func MarkInTest() {}

func Z() { A() }
-- a/a_test.go --
package a_test

import (
	"example.com/m/a"
	"example.com/m/b"
)

func X() { a.MarkInTest(); b.B() }
-- b/b.go --
package b

import "example.com/m/a"

func B() { a.A() }
`))
	plain := []string{"a/a.go:5: Mark A", "b/b.go:5: Mark A B"}
	checkRan(t, o, plain...)
	o.Tests = true
	checkRan(t, o,
		"a/a.go:5: Mark A",
		"a/a_test.go:8: MarkInTest X",
		"a/a_test.go:8: Mark A B X",
		"a/export_test.go:5: Mark A Z",
		"b/b.go:5: Mark A B")
}

// Test files of two packages may import each other's package: that is no cycle.
func TestNoCycle(t *testing.T) {
	o := options(module(t, `
-- a/a.go --
package a

func Mark() {}
-- a/a_test.go --
package a

import "example.com/m/b"

func TA() { b.MarkB() }
-- b/b.go --
package b

func MarkB() {}
-- b/b_test.go --
package b

import "example.com/m/a"

func TB() { a.Mark() }
`))
	o.Tests = true
	checkRan(t, o, "a/a_test.go:5: MarkB TA", "b/b_test.go:5: Mark TB")
}

// What a package under test recompiles keeps the types that its tests see.
func TestRecompiled(t *testing.T) {
	o := options(module(t, `
-- a/a.go --
package a

type T struct{}

func (T) Mark() {}
-- a/a_test.go --
package a_test

import (
	"example.com/m/a"
	"example.com/m/b"
)

func X() {
	var t a.T = b.Get()
	t.Mark()
}
-- a/in_test.go --
package a

func (T) AAA() {}
-- b/b.go --
package b

import "example.com/m/a"

func Get() a.T { return a.T{} }
`))
	o.Tests = true
	checkRan(t, o, "a/a_test.go:10: Mark X")
}

// Dependencies are analysed for their facts when they can reach a client, and
// only then.
func TestDependencies(t *testing.T) {
	o := options(module(t, `
-- go.mod --
module example.com/m

go 1.26

require (
	example.com/client v1.0.0
	example.com/dep v1.0.0
	example.com/far v1.0.0
)

replace (
	example.com/client => ./_client
	example.com/dep => ./_dep
	example.com/far => ./_far
)
-- _client/go.mod --
module example.com/client
-- _client/client.go --
package client

func Do() {}

func MarkClient() {}
-- _dep/go.mod --
module example.com/dep
-- _dep/dep.go --
package dep

import "example.com/client"

func MarkDep() { client.Do() }

func Calls() { MarkDep() }
-- _far/go.mod --
module example.com/far
-- _far/far.go --
package far

func MarkFar() {}
-- m.go --
package m

import (
	"example.com/client"
	"example.com/dep"
	"example.com/far"
)

func M() { dep.Calls(); far.MarkFar(); client.MarkClient() }
`))
	checkRan(t, o)
	o.IsClient = func(path string) bool { return path == "example.com/client" }
	checkRan(t, o, "m.go:9: MarkDep Calls M")
}

// A package that does not type-check is a problem; the others are linted, those
// that import it among them.
func TestBroken(t *testing.T) {
	o := options(module(t, `
-- bad/bad.go --
package bad

func Bad() { missing() }
-- syntax/syntax.go --
package syntax

func {
-- user/user.go --
package user

import "example.com/m/bad"

func Mark() { bad.Bad() }

func User() { Mark() }
-- fine/fine.go --
package fine

func Mark() {}

func F() { Mark() }
-- nowhere/nowhere.go --
package nowhere

import _ "example.com/m/none"
`))
	got := ran(t, o)
	want := []string{
		"fine/fine.go:5: Mark F",
		"user/user.go:7: Mark User",
		"problem: bad/bad.go:3:14: undefined: missing",
		"problem: nowhere/nowhere.go:3:10: could not import example.com/m/none",
		"problem: syntax/syntax.go:3:6: ",
	}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("got\n\t%s\nwant lines that begin with\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// Findings in a file with //line directives are where these point.
func TestLineDirective(t *testing.T) {
	checkRan(t, options(module(t, `
-- a.go --
package a

func Mark() {}

//line template.tmpl:40
func A() { Mark() }
`)), "template.tmpl:40: Mark A")
}

// In a cgo package what is compiled is generated; findings are in the sources.
func TestCgo(t *testing.T) {
	if out, err := exec.Command("go", "env", "CGO_ENABLED").Output(); err != nil || strings.TrimSpace(string(out)) != "1" {
		t.Skip("cgo is off")
	}
	checkRan(t, options(module(t, `
-- a.go --
package a

// int one(void) { return 1; }
import "C"

func Mark() {}

func A() int { Mark(); return int(C.one()) }
`)), "a.go:8: Mark A")
}

// The policy of each package is asked for before anything is analysed.
func TestPolicyError(t *testing.T) {
	o := options(module(t, chain))
	bad := errors.New("bad policy")
	o.Policy = func(dir string) (string, error) {
		if filepath.Base(dir) == "b" {
			return "", bad
		}
		return "", nil
	}
	o.Analyzers = []*analysis.Analyzer{{Name: "never", Doc: "never", Run: func(*analysis.Pass) (any, error) {
		t.Error("a package was analysed")
		return nil, nil
	}}}
	if _, err := Run(t.Context(), o); !errors.Is(err, bad) {
		t.Errorf("err = %v, want %v", err, bad)
	}
}

func TestNoPackages(t *testing.T) {
	if _, err := Run(t.Context(), options(module(t, ""))); !errors.Is(err, ErrNoPackages) {
		t.Errorf("err = %v, want %v", err, ErrNoPackages)
	}
	empty := t.TempDir()
	if res, err := Run(t.Context(), options(empty)); err == nil && len(res.Problems) == 0 {
		t.Error("a directory without a module is no problem")
	}
}

// An end of the context is not waited for: the packages at work are named.
func TestStopped(t *testing.T) {
	o := options(module(t, chain))
	ctx, cancel := context.WithCancel(t.Context())
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	o.Analyzers = []*analysis.Analyzer{{Name: "slow", Doc: "slow", Run: func(*analysis.Pass) (any, error) {
		cancel()
		<-release
		return nil, nil
	}}}
	_, err := Run(ctx, o)
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "stopped while analysing example.com/m/") {
		t.Errorf("err = %v", err)
	}
}

func TestMain(m *testing.M) {
	storetest.Main()
	os.Setenv("GOWORK", "off")
	os.Exit(m.Run())
}
