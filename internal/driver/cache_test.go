package driver

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func openTestCache(t *testing.T) *Cache {
	t.Helper()
	c, err := OpenCache(filepath.Join(t.TempDir(), "cache"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// counted makes an analyzer that counts the packages it is run on: the driver
// runs several at once.
func counted(n *[]string) *analysis.Analyzer {
	a := newMark()
	run := a.Run
	var mu sync.Mutex
	a.Run = func(pass *analysis.Pass) (any, error) {
		mu.Lock()
		*n = append(*n, strings.TrimPrefix(pass.Pkg.Path(), "example.com/m/"))
		mu.Unlock()
		return run(pass)
	}
	return a
}

// A second run analyses what changed, and what depends on the change.
func TestIncremental(t *testing.T) {
	dir := module(t, chain)
	o := options(dir)
	o.Cache = openTestCache(t)
	var analysed []string
	o.Analyzers = []*analysis.Analyzer{counted(&analysed)}
	for _, step := range []struct {
		name     string
		do       func()
		analysed []string
		found    []string
	}{
		{"cold", func() {}, []string{"a", "b", "c", "d"}, chainFound},
		{"unchanged", func() {}, nil, chainFound},
		{
			"a body without a say in facts", func() { edit(t, dir, "d/d.go", "b.New()", "(b.New())") },
			[]string{"d"}, chainFound,
		},
		{
			"a fact of the lowest package", func() {
				edit(t, dir, "a/a.go", "func Mark() {}", "func Mark() {}; func MarkMore() {}")
				edit(t, dir, "b/b.go", "a.Mark()", "a.MarkMore()")
			},
			[]string{"a", "b", "c", "d"},
			[]string{"b/b.go:5: MarkMore B", "c/c.go:8: MarkMore B C", "c/c.go:10: MarkGeneric G", "d/d.go:5: MarkMethod D"},
		},
	} {
		analysed = nil
		step.do()
		got := ran(t, o)
		slices.Sort(analysed)
		if !slices.Equal(got, step.found) || !slices.Equal(analysed, step.analysed) {
			t.Errorf("%s: analysed %q, want %q; found\n\t%s", step.name, analysed, step.analysed, strings.Join(got, "\n\t"))
		}
	}
}

// The policy is a part of the key of findings only.
func TestPolicyInKey(t *testing.T) {
	o := options(module(t, chain))
	o.Cache = openTestCache(t)
	var analysed []string
	o.Analyzers = []*analysis.Analyzer{counted(&analysed)}
	o.Patterns = []string{"./c"}
	policy := "1"
	o.Policy = func(string) (string, error) { return policy, nil }
	ran(t, o)
	analysed, policy = nil, "2"
	ran(t, o)
	if want := []string{"c"}; !slices.Equal(analysed, want) {
		t.Errorf("with another policy %q are analysed again, want %q", analysed, want)
	}
}

// Whatever is done to the cache's files, the findings are right.
func TestDamagedCache(t *testing.T) {
	o := options(module(t, chain))
	o.Cache = openTestCache(t)
	ran(t, o)
	files, err := filepath.Glob(filepath.Join(o.Cache.dir, "??", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("the cache has no files: %v", err)
	}
	for i, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		switch i % 3 {
		case 0:
			data = data[:len(data)/2]
		case 1:
			data = bytes.Repeat([]byte{0xff}, len(data))
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	checkRan(t, o, chainFound...)
}

// Random edits, each followed by a run with the cache and a cold run over some
// of the packages: both find the same.
func TestRandomEdits(t *testing.T) {
	variants := map[string][]string{
		"a/a.go": {
			"package a\n\ntype T struct{}\n\nfunc (*T) M() {}\n\nfunc Mark() {}\n",
			"package a\n\ntype T struct{}\n\nfunc (*T) M() { Mark() }\n\nfunc Mark() {}\n",
			"package a\n\n\ntype T struct{ N int }\n\nfunc (*T) M() {}\n\nfunc Mark() {}\n",
		},
		"b/b.go": {
			"package b\n\nimport \"example.com/m/a\"\n\nfunc New() *a.T { return nil }\n\nfunc B() { a.Mark() }\n",
			"package b\n\nimport \"example.com/m/a\"\n\nfunc New() *a.T { return nil }\n\nfunc B() {}\n",
			"package b\n\nimport \"example.com/m/a\"\n\nfunc New() *a.T { a.Mark(); return nil }\n\nfunc B() { New() }\n",
		},
		"c/c.go": {
			"package c\n\nimport \"example.com/m/b\"\n\nfunc C() { b.B(); b.New().M() }\n",
			"package c\n\nimport \"example.com/m/b\"\n\nfunc C() { b.New().M() }\n",
			"package c\n\nfunc C() { undefined() }\n",
		},
		"c/c_test.go": {
			"package c\n\nfunc T() { C() }\n",
			"package c_test\n\nimport \"example.com/m/c\"\n\nfunc T() { c.C() }\n",
		},
	}
	names := []string{"a/a.go", "b/b.go", "c/c.go", "c/c_test.go"}
	rnd := rand.New(rand.NewPCG(1, 2))
	dir := module(t, "")
	for _, name := range names {
		write(t, filepath.Join(dir, name), variants[name][0])
	}
	warm := options(dir)
	warm.Cache = openTestCache(t)
	for step := range 12 {
		name := names[rnd.IntN(len(names))]
		write(t, filepath.Join(dir, name), variants[name][rnd.IntN(len(variants[name]))])
		warm.Patterns = [][]string{{"./..."}, {"./a", "./c"}, {"./b"}}[rnd.IntN(3)]
		warm.Tests = rnd.IntN(2) == 0
		cold := *warm
		cold.Cache = nil
		got, want := ran(t, warm), ran(t, &cold)
		if !slices.Equal(got, want) {
			t.Fatalf("step %d: with the cache\n\t%s\nwithout\n\t%s", step, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	}
}

func edit(t *testing.T, dir, name, old, new string) {
	t.Helper()
	name = filepath.Join(dir, name)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%s has no %q", name, old)
	}
	write(t, name, strings.Replace(string(data), old, new, 1))
}
