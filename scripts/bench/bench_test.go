package main

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// helper makes this test program play a child process.
const helper = "BENCH_TEST_HELPER"

func TestMain(m *testing.M) {
	switch os.Getenv(helper) {
	case "allocate":
		b := make([]byte, 200<<20)
		for i := range b {
			b[i] = 1
		}
		os.Stdout.WriteString("one\ntwo\n")
		os.Exit(1)
	case "sleep":
		time.Sleep(time.Minute)
	}
	os.Exit(m.Run())
}

func child(t *testing.T, play string, good ...int) command {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return command{env: append(os.Environ(), helper+"="+play), args: []string{exe}, good: good}
}

func TestMeasure(t *testing.T) {
	s, err := measure(t.Context(), child(t, "allocate", 1))
	if err != nil {
		t.Fatal(err)
	}
	if s.RSS < 200<<20 || s.RSS > 400<<20 {
		t.Errorf("peak memory %d, want a little more than 200 MiB", s.RSS)
	}
	if s.Exit != 1 || s.Out != 2 || s.CPU <= 0 || s.Wall <= 0 {
		t.Errorf("got %+v", s)
	}
	if _, err := measure(t.Context(), child(t, "allocate")); err == nil || !strings.Contains(err.Error(), "two") {
		t.Errorf("a failed command: %v, want its output", err)
	}
}

func TestMeasureEndsInTime(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := measure(ctx, child(t, "sleep")); err == nil {
		t.Error("the command was not ended")
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("it took %v", d)
	}
}

func TestMedian(t *testing.T) {
	got := median([]sample{{Wall: 9, RSS: 1}, {Wall: 2, CPU: 7, RSS: 2}, {Wall: 1, RSS: 3}})
	if got.Wall != 2 || got.CPU != 7 || got.RSS != 3 {
		t.Errorf("got %+v, want the middle run with the largest memory", got)
	}
}

// What a tool adds to its copy of the build cache must not reach the next
// tool.
func TestPlaceIsApart(t *testing.T) {
	warm := t.TempDir()
	write(t, filepath.Join(warm, "00", "a"), "entry")
	p := place{filepath.Join(t.TempDir(), "tool")}
	if err := p.fresh(warm); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(p.dir, "go", "00", "a")); got != "entry" {
		t.Errorf("the copy holds %q", got)
	}
	write(t, filepath.Join(p.dir, "go", "00", "b"), "mine")
	write(t, filepath.Join(p.dir, "user", "tool", "c"), "mine")
	if err := p.fresh(warm); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{filepath.Join(p.dir, "go", "00", "b"), filepath.Join(p.dir, "user", "tool"), filepath.Join(warm, "00", "b")} {
		if _, err := os.Stat(gone); err == nil {
			t.Errorf("%s is still there", gone)
		}
	}
}

func TestEditIsUndone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.go")
	write(t, file, "package a\n")
	then := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(file, then, then); err != nil {
		t.Fatal(err)
	}
	restore, err := edit(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, file); !strings.HasPrefix(got, "package a\n\nfunc ") {
		t.Errorf("edited: %q", got)
	}
	if err := restore(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, file); got != "package a\n" || !info.ModTime().Equal(then) {
		t.Errorf("restored: %q of %v", got, info.ModTime())
	}
}

func TestLeafAndHub(t *testing.T) {
	leaf, hub := leafAndHub([]listed{
		{ImportPath: "m/tool", Dir: "/tool", GoFiles: []string{"t.go"}, Imports: []string{"m/base"}},
		{ImportPath: "m/api", Dir: "/api", GoFiles: []string{"a.go"}, Imports: []string{"m/base", "m/store"}},
		{ImportPath: "m/store", Dir: "/store", GoFiles: []string{"s.go"}, Imports: []string{"m/base"}},
		{ImportPath: "m/base", Dir: "/base", GoFiles: []string{"b.go"}},
		{ImportPath: "m/e2e", Dir: "/e2e"},
	})
	if leaf != filepath.FromSlash("/api/a.go") || hub != filepath.FromSlash("/base/b.go") {
		t.Errorf("leaf %s, hub %s", leaf, hub)
	}
}

func TestExponent(t *testing.T) {
	if got := exponent([]float64{1, 10, 100, 1000}, []float64{2, 20, 200, 2000}); math.Abs(got-1) > 1e-9 {
		t.Errorf("linear growth has exponent %v", got)
	}
	if got := exponent([]float64{1, 2, 4}, []float64{3, 12, 48}); math.Abs(got-2) > 1e-9 {
		t.Errorf("quadratic growth has exponent %v", got)
	}
}

func TestTable(t *testing.T) {
	r := &repo{name: "r", dir: "/r", lines: 1234567, testLines: 89, packages: 3, leaf: "/r/a/a.go", hub: "/r/b.go"}
	got := table(r, []row{
		{Tool: "floor-test", Title: "floor with tests", State: warm, sample: sample{Wall: 2 * time.Second, CPU: 3 * time.Second, RSS: 100e6}},
		{Tool: "tenantkey", Title: "**tenantkey**", State: cold, sample: sample{Wall: time.Second, CPU: time.Second, RSS: 150e6, Out: 4}},
		{Tool: "gosec", Title: "gosec", State: warm, Failed: "no such program"},
	})
	for _, want := range []string{
		"### r: 1,234,567 lines and 89 of tests, 3 packages\n",
		"| **tenantkey** | cold | 1.00 s | 0.50 | 1.00 s | 150 MB | 1.50 | 4 |\n",
		"| gosec | warm | failed |", "gosec, warm: no such program\n",
		"Edited: a/a.go (leaf), b.go (hub).",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %q", got, want)
		}
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
