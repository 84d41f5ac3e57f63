package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// top is the repository's top directory.
const top = "../.."

// programs is where TestMain builds golangci-lint with the plugin, and
// tenantkey, and where the first one's cache is.
var programs string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "gcl")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		programs = dir
		for name, folder := range map[string]string{"gcl": ".", "tenantkey": top} {
			pkg := map[string]string{"gcl": ".", "tenantkey": "./cmd/tenantkey"}[name]
			build := exec.Command("go", "build", "-o", filepath.Join(dir, name), pkg)
			build.Dir = folder
			if out, err := build.CombinedOutput(); err != nil {
				fmt.Fprintf(os.Stderr, "%s%v\n", out, err)
				return 1
			}
		}
		return m.Run()
	}())
}

// minimal is a configuration that has the plugin alone.
const minimal = `version: "2"
linters:
  default: none
  enable: [tenantkey]
  settings:
    custom:
      tenantkey:
        type: module
`

// incident returns a copy of the service before its fix, with minimal and some
// more settings of the plugin.
func incident(t *testing.T, settings string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(top, "testdata", "incident", "before"))); err != nil {
		t.Fatal(err)
	}
	write(t, dir, ".golangci.yml", minimal+settings)
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// edit replaces the text old, which must be there, everywhere in a file.
func edit(t *testing.T, dir, name, old, text string) {
	t.Helper()
	s := read(t, dir, name)
	if !strings.Contains(s, old) {
		t.Fatalf("%s has no %q", name, old)
	}
	write(t, dir, name, strings.ReplaceAll(s, old, text))
}

// run runs one of the programs in dir, and returns its exit status, which is
// an error only where the program could not be started.
func run(t *testing.T, dir, name string, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	cmd := exec.Command(filepath.Join(programs, name), args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOLANGCI_LINT_CACHE="+filepath.Join(programs, "cache"), "GOWORK=off", "GOPROXY=off")
	var out, diag strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &diag
	err := cmd.Run()
	var status *exec.ExitError
	if err != nil && !errors.As(err, &status) {
		t.Fatal(err)
	}
	return out.String(), diag.String(), cmd.ProcessState.ExitCode()
}

// golangci returns the issues of golangci-lint, one a line as
// "file:line:column text", sorted. All issues are of tenantkey.
func golangci(t *testing.T, dir string, args ...string) []string {
	t.Helper()
	args = append([]string{"run", "--allow-parallel-runners", "--show-stats=false", "--output.json.path=stdout",
		"--max-same-issues=0", "--max-issues-per-linter=0"}, args...)
	stdout, stderr, exit := run(t, dir, "gcl", append(args, "./...")...)
	var report struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(stdout), &report); err != nil {
		t.Fatalf("golangci-lint: exit status %d: %v\n%s%s", exit, err, stdout, stderr)
	}
	lines := []string{}
	for _, i := range report.Issues {
		if i.FromLinter != "tenantkey" {
			t.Errorf("an issue of %s: %s", i.FromLinter, i.Text)
		}
		lines = append(lines, fmt.Sprintf("%s:%d:%d %s", filepath.ToSlash(i.Pos.Filename), i.Pos.Line, i.Pos.Column, i.Text))
	}
	want := 0
	if len(lines) > 0 {
		want = 1
	}
	if exit != want {
		t.Errorf("%d issues and exit status %d\n%s", len(lines), exit, stderr)
	}
	slices.Sort(lines)
	return lines
}

// direct returns what tenantkey by itself says, in the same form. Golangci-lint
// puts the analyzer's name in front where it is not the linter's.
func direct(t *testing.T, dir string) []string {
	t.Helper()
	stdout, stderr, exit := run(t, dir, "tenantkey", "-format=json", "./...")
	var findings []struct {
		File, Rule, Message string
		Line, Column        int
	}
	if err := json.Unmarshal([]byte(stdout), &findings); err != nil {
		t.Fatalf("tenantkey: exit status %d: %v\n%s%s", exit, err, stdout, stderr)
	}
	lines := []string{}
	for _, f := range findings {
		if f.Rule != "tenantkey" {
			f.Message = f.Rule + ": " + f.Message
		}
		lines = append(lines, fmt.Sprintf("%s:%d:%d %s", f.File, f.Line, f.Column, f.Message))
	}
	slices.Sort(lines)
	return lines
}
