package driver

import (
	"slices"
	"strings"
	"testing"
)

// What an import with errors declares may have no type: who uses it can't be
// analysed, and says so, while others who import it are.
func TestBrokenImport(t *testing.T) {
	o := options(module(t, `
-- bad/bad.go --
package bad

import "example.com/m/none"

func Client() none.Client { return nil }

func Rows() []*none.Row { return nil }

func Fine() {}
-- user/user.go --
package user

import "example.com/m/bad"

func Mark() {}

func User() {
	bad.Client().Ping()
	Mark()
}
-- rows/rows.go --
package rows

import "example.com/m/bad"

func Rows() {
	for _, r := range bad.Rows() {
		println(r.Content)
	}
}
-- other/other.go --
package other

import "example.com/m/bad"

func Mark() { bad.Fine() }

func Other() { Mark() }

var b [8]byte

func At(i int) byte { return b[i%len("four")] }
`))
	got := ran(t, o)
	want := []string{
		"other/other.go:7: Mark Other",
		"problem: bad/bad.go:3:8: could not import example.com/m/none",
		"problem: rows/rows.go:7:13: what this is can't be known",
		"problem: user/user.go:8:2: what this is can't be known",
	}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("got\n\t%s\nwant lines that begin with\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// A panic names the package and how to report it; the others are analysed.
func TestPanic(t *testing.T) {
	o := options(module(t, `
-- a/a.go --
package a

func Panic() {}
-- b/b.go --
package b

import "example.com/m/a"

func Mark() { a.Panic() }

func B() { Mark() }
`))
	got := ran(t, o)
	if len(got) != 2 || got[0] != "b/b.go:7: Mark B" {
		t.Fatalf("got %q", got)
	}
	for _, want := range []string{"a/a.go", "the analyzer mark broke down on package example.com/m/a", "a function called Panic", "runMark", IssuesURL} {
		if !strings.Contains(got[1], want) {
			t.Errorf("no %q in %q", want, got[1])
		}
	}
}
