package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tenantkey/tenantkey/internal/cputime"
)

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCopySources: what a build reads is copied, and what it only embeds is
// there, but takes no room.
func TestCopySources(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	const text = "not empty"
	copied := []string{"go.mod", "go.sum", "a.go", "sub/b_amd64.s", "sub/c.c", "sub/c.h", "vendor/modules.txt"}
	emptied := []string{"README.md", "sub/model.bin", "testdata/fuzz/corpus", "LICENSE"}
	files := map[string]string{}
	for _, name := range append(append([]string{}, copied...), emptied...) {
		files[name] = text
	}
	write(t, from, files)
	if err := copySources(to, from); err != nil {
		t.Fatal(err)
	}
	check := func(names []string, want string) {
		for _, name := range names {
			if got, err := os.ReadFile(filepath.Join(to, name)); err != nil || string(got) != want {
				t.Errorf("%s has %q, %v: want %q", name, got, err, want)
			}
		}
	}
	check(copied, text)
	check(emptied, "")
}

// TestPrograms: each program is a package of its own; those in a folder X.dir
// can import each other.
func TestPrograms(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	write(t, from, map[string]string{
		"one.go":          "package main",
		"one_test.go":     "package main",
		"x.dir/a.go":      "package a",
		"x.dir/main.go":   "package main\nimport _ \"./a\"",
		"x.dir/notes.txt": "no program",
	})
	if err := programs(from, to); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	err := filepath.WalkDir(to, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(to, path)
		got[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"t0000/x.go":      "package main",
		"x_dir/a/x.go":    "package a",
		"x_dir/main/x.go": "package main\nimport _ \"torture/x_dir/a\"",
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s is %q, want %q", name, got[name], text)
		}
	}
	if len(got) != len(want)+1 { // and go.mod
		t.Errorf("got %d files: %v", len(got), got)
	}
}

// TestWatch: the package that took long is named, and told as too slow only
// past the limit.
func TestWatch(t *testing.T) {
	w := &watch{}
	fmt.Fprintln(w, "tenantkey: debug: 3 packages listed, 2 to analyse, 2 of them to report on")
	w.done()
	fmt.Fprintln(w, "tenantkey: debug: example.com/slow [example.com/slow.test] took 11s")
	w.before = cputime.Used() - limit - time.Second
	w.done()
	if w.Packages != 2 || len(w.Slow) != 1 || !strings.HasPrefix(w.Slow[0], "example.com/slow 11") {
		t.Errorf("got %+v", w.outcome)
	}
	if w.WorstPkg != "example.com/slow" || w.Worst < limit {
		t.Errorf("the worst is %s, %v", w.WorstPkg, w.Worst)
	}
}

// TestChild evaluates a package, and passes one by that does not compile.
func TestChild(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"go.mod":   "module example.com/app\n\ngo 1.26\n",
		"a/a.go":   "package a\n\nfunc Key(id string) string { return \"k:\" + id }\n",
		"bad/b.go": "package bad\n\nvar x int = \"text\"\n",
	})
	out, err := child(dir, []string{"./..."})
	if err != nil {
		t.Fatal(err)
	}
	if out.Packages != 2 || out.Broken != 1 || len(out.Panics)+len(out.Slow)+out.Builder != 0 {
		t.Errorf("got %+v", *out)
	}
}
