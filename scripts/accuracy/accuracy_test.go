package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func write(t *testing.T, file, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestLabelsAreOfOneCommit(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "one.jsonl"), `{"commit": "c1", "file": "b/b.go"}

{"commit": "c1", "file": "a.go"}
{"commit": "c1", "file": "b/b.go"}
`)
	got, err := findLabels(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].name != "one" || got[0].commit != "c1" || !slices.Equal(got[0].files, []string{"a.go", "b/b.go"}) {
		t.Errorf("got %+v", got)
	}
	if _, err := findLabels(dir, []string{"two"}); err == nil {
		t.Error("labels that do not exist were found")
	}
	write(t, filepath.Join(dir, "two.jsonl"), `{"commit": "c1", "file": "a.go"}
{"commit": "c2", "file": "a.go"}
`)
	if _, err := findLabels(dir, nil); err == nil || !strings.Contains(err.Error(), "two commits") {
		t.Errorf("labels of two commits: %v", err)
	}
}

// A label belongs to the nearest module above it.
func TestModuleRoots(t *testing.T) {
	dir := t.TempDir()
	for _, file := range []string{"go.mod", "a/a.go", "a/b/b.go", "tools/go.mod", "tools/gen/gen.go"} {
		write(t, filepath.Join(dir, file), "")
	}
	got, err := moduleRoots(dir, []string{"a/a.go", "a/b/b.go", "tools/gen/gen.go"})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{".", "tools"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := moduleRoots(dir, []string{"gone.go"}); err == nil {
		t.Error("a label's file is missing, and nobody said so")
	}
}

func TestPrefixKeepsTheRest(t *testing.T) {
	file := write(t, filepath.Join(t.TempDir(), "i.jsonl"), `{"file":"a/b.go","line":12345678901234567,"keys":["<{x}>"]}`+"\n")
	var b strings.Builder
	if err := prefix(file, "mod", &b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"file":"mod/a/b.go"`, `"line":12345678901234567`, `{x}`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s lacks %s", b.String(), want)
		}
	}
	b.Reset()
	if err := prefix(file, ".", &b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `"file":"a/b.go"`) {
		t.Errorf("at the root: %s", b.String())
	}
}

func TestNumbers(t *testing.T) {
	got, err := numbers("found 9/10 90.0% | templates 8/9 88.9% | tenant verdict 7/9 77.8% | reported of those that deserve it 1/1 100.0% | false alarms 0/0")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"9/10 90.0%", "8/9 88.9%", "7/9 77.8%", "1/1 100.0%", "0/0"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, bad := range []string{"", "found 1/1 | templates 1/1", "sites 1 | templates 1 | tenant verdict 1 | reported of those that deserve it 1 | false alarms 1"} {
		if _, err := numbers(bad); err == nil {
			t.Errorf("%q was taken for numbers", bad)
		}
	}
}

func TestTableNamesWhatWasLeftOut(t *testing.T) {
	got := table([]measured{{name: "r", commit: "0123456789abcdef", numbers: []string{"a", "b", "c", "d", "e"}, took: 1234 * time.Millisecond, left: []string{"r/cmd/x"}}})
	for _, want := range []string{"| r | 0123456789ab | a | b | c | d | e | 1.2s |", "r without the packages that do not load: r/cmd/x"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %s", got, want)
		}
	}
}
