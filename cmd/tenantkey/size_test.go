package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tenantkey/tenantkey/internal/cputime"
)

// TestSize: ten times the functions in a package, and ten times the statements
// in a function, take at most twice their share of CPU time.
func TestSize(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const head = "package app\n\nvar cache = map[string]string{}\n\n"
	for _, tt := range []struct {
		name string
		src  func(n int) string
	}{
		{"functions", func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "func Get%d(id string) string { k := \"k%d:\" + id; cache[k] = id; return cache[k] }\n", i, i)
			}
			return head + b.String()
		}},
		{"statements", func(n int) string {
			return head + "func Get(id string) string {\nk := \"k:\"\nn := 0\n" + strings.Repeat("n += len(id)\n", n) + "k += id\ncache[k] = id\nreturn cache[k] }\n"
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			linted(t, tt.src(10)) // so that the build cache has what is imported
			small, large := linted(t, tt.src(2000)), linted(t, tt.src(20000))
			if most := 2 * 10 * max(small, 50*time.Millisecond); large > most {
				t.Errorf("2,000 take %v, 20,000 take %v: want at most %v", small, large, most)
			}
		})
	}
}

// TestOwnParts: a key that is a field which is made of the same field twice, in
// each of many places, is asked for once.
func TestOwnParts(t *testing.T) {
	src := `package app

type textCache struct{ m map[string]string }

func (c *textCache) Get(key string) string { return c.m[key] }

type node struct {
	left, right *node
	text        string
}

func Get(c *textCache, id string) string {
	n0 := &node{text: id}
`
	for i := range 30 {
		src += fmt.Sprintf("n%[1]d := &node{left: n%[2]d, right: n%[2]d}\nn%[1]d.text = n%[1]d.left.text + n%[1]d.right.text\n", i+1, i)
	}
	if took := linted(t, src+"return c.Get(n30.text)\n}\n"); took > 10*time.Second {
		t.Errorf("took %v of CPU time", took)
	}
}

// linted returns the CPU time that it takes to lint a package of one file.
func linted(t *testing.T, src string) time.Duration {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.26\n", "app.go": src,
		"registry.yaml": "tenantkey: 1\ntenant:\n  tenant_id:\n    is: text\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	t.Setenv(cacheVariable, "off")
	var stdout, stderr bytes.Buffer
	before := cputime.Used()
	if code := run(t.Context(), []string{"."}, &stdout, &stderr); code == exitFailed {
		t.Fatalf("exit code %d: %.500s", code, stderr.String())
	}
	return cputime.Used() - before
}
