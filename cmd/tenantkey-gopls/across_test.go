package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// direct returns the findings of tenantkey by itself in a file of a module, as
// "line:column-line:column category message", counted as editors count.
func direct(t *testing.T, dir, file string) []string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "tenantkey")
	if out, err := exec.Command("go", "build", "-C", filepath.Join("..", ".."), "-o", tool, "./cmd/tenantkey").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.CommandContext(t.Context(), tool, "-format=json", "./...")
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOPROXY=off", "TENANTKEY_CACHE=off")
	out, err := cmd.Output()
	var status *exec.ExitError
	if err != nil && !errors.As(err, &status) {
		t.Fatal(err)
	}
	var findings []struct {
		File, Category, Message          string
		Line, Column, EndLine, EndColumn int
	}
	if err := json.Unmarshal(out, &findings); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var lines []string
	for _, f := range findings {
		if filepath.Join(dir, filepath.FromSlash(f.File)) == file {
			lines = append(lines, fmt.Sprintf("%d:%d-%d:%d %s %s", f.Line-1, f.Column-1, f.EndLine-1, f.EndColumn-1, f.Category, f.Message))
		}
	}
	slices.Sort(lines)
	return lines
}

// printed returns diagnostics in the form of direct.
func printed(ds []diagnostic) []string {
	var lines []string
	for _, d := range ds {
		r := d.Range
		_, category, _ := strings.Cut(d.CodeDescription.Href, "#")
		lines = append(lines, fmt.Sprintf("%d:%d-%d:%d %s %s", r.Start.Line, r.Start.Character, r.End.Line, r.End.Character, category, d.Message))
	}
	slices.Sort(lines)
	return lines
}

// An editor shows what the command line says, before an edit of another
// package and after it, and follows the comments that accept findings.
func TestSameFindings(t *testing.T) {
	dir, file, text := incident(t)
	text = strings.Replace(text, `fmt.Sprintf("project:%d", projectID)`, "keys.Project(projectID)", 1)
	text = strings.Replace(text, "\t\"example.com/projects/store\"", "\t\"example.com/projects/keys\"\n\t\"example.com/projects/store\"", 1)
	if !utf8.ValidString(text) || len(text) != utf8.RuneCountInString(text) {
		t.Fatal("the columns of editors and of tenantkey are the same in ASCII only")
	}
	write(t, file, text)
	c := start(t, server(t), dir, t.TempDir())
	c.open(file, text)
	equal := func(n int) []string {
		t.Helper()
		want := direct(t, dir, file)
		if len(want) != n {
			t.Errorf("tenantkey has %d findings, want %d: %q", len(want), n, want)
		}
		c.until(file, func(ds []diagnostic) bool { return slices.Equal(printed(ds), want) })
		return want
	}
	before := equal(2)

	keys := filepath.Join(dir, "keys", "keys.go")
	was := read(t, keys)
	write(t, keys, strings.Replace(was, `"project:%d", projectID`, `"plan:%d", projectID`, 1))
	c.saved(keys) // the key is now one that the registry has as global
	if got := equal(2); !strings.Contains(got[0], "registered as global, but") {
		t.Errorf("%q", got)
	}
	write(t, keys, was)
	c.saved(keys)
	if got := equal(2); !slices.Equal(got, before) {
		t.Errorf("the code is what it was, the findings are not: %q, %q", before, got)
	}

	accepted := strings.Replace(text, "\tkey := ", "\t//tenantkey:global ids are the same in every tenant\n\tkey := ", 1)
	write(t, file, accepted)
	c.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri(file), "version": 2},
		"contentChanges": []any{map[string]any{"text": accepted}}})
	equal(1)
	noReason := strings.Replace(accepted, "global ids are the same in every tenant", "global", 1)
	write(t, file, noReason)
	c.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri(file), "version": 3},
		"contentChanges": []any{map[string]any{"text": noReason}}})
	equal(3)
}
