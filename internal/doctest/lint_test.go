package doctest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A finding is what the tests read of an element of -format=json.
type finding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Rule     string `json:"rule"`
	Category string `json:"category"`
	Message  string `json:"message"`
	Key      string `json:"key"`
	Pattern  string `json:"pattern"`
	Related  []struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Message string `json:"message"`
	} `json:"related"`
}

// String prints a finding as the want files of the variants do.
func (f finding) String() string {
	return fmt.Sprintf("%s:%d %s/%s %s", f.File, f.Line, f.Rule, f.Category, f.Key)
}

// lint returns the findings on the module in dir. That the exit status fits
// them is checked too: a package that does not compile makes it 2.
func lint(t *testing.T, dir string) []finding {
	t.Helper()
	out, exit := stdout(t, dir, "tenantkey -format=json ./...")
	var fs []finding
	if err := json.Unmarshal([]byte(out), &fs); err != nil {
		t.Fatalf("tenantkey -format=json: exit status %d: %v\n%s", exit, err, out)
	}
	want := 0
	if len(fs) > 0 {
		want = 1
	}
	if exit != want {
		t.Errorf("%d findings and exit status %d", len(fs), exit)
	}
	return fs
}

// stdout returns what a command prints, without its stderr, and its exit
// status.
func stdout(t *testing.T, dir, line string) (string, int) {
	t.Helper()
	cmd := command(t, dir, line)
	var diag strings.Builder
	cmd.Stderr = &diag
	out, err := cmd.Output()
	if cmd.ProcessState == nil {
		t.Fatalf("%s: %v", line, err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("%s: stderr:\n%s", line, diag.String())
		}
	})
	return string(out), cmd.ProcessState.ExitCode()
}

// incident returns a copy of the incident's fixed module, with some files
// replaced or added. Its command is left out: it has no key, and takes the
// most time to build.
func incident(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(top, "testdata", "incident", "after"))); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "cmd")); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
