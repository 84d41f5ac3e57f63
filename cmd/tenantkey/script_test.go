package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/tenantkey/tenantkey/internal/driver/storetest"
)

func TestMain(m *testing.M) {
	storetest.Main()
	testscript.Main(m, map[string]func(){
		"tenantkey":    main,
		"multichecker": multicheckerMain,
		"breaking":     breakingMain,
	})
}

// TestScript runs the scripts of testdata/script, one for each behaviour of
// the command line. Their modules use golang.org/x/sync/singleflight, a real
// store client that is small and a dependency anyway.
func TestScript(t *testing.T) {
	env := goEnvironment(t)
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"samefindings": sameFindings},
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, env...)
			tool, err := exec.LookPath("tenantkey") // testscript put it on the path
			if err != nil {
				return err
			}
			breaking, err := exec.LookPath("breaking")
			if err != nil {
				return err
			}
			e.Vars = append(e.Vars, "TENANTKEY="+tool, "BREAKING="+breaking)
			e.Vars = append(e.Vars, "TENANTKEY_CACHE="+filepath.Join(e.WorkDir, ".tenantkey"), "GOFLAGS=-mod=mod", "GOWORK=")
			return pinModules(t, e.WorkDir)
		},
	})
}

// goEnvironment is what the go command needs to find modules and to build in
// the script's own home.
func goEnvironment(t *testing.T) []string {
	t.Helper()
	var env []string
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GONOSUMDB", "GONOSUMCHECK", "GOSUMDB", "GOTOOLCHAIN"} {
		out, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		if v := strings.TrimSpace(string(out)); v != "" {
			env = append(env, name+"="+v)
		}
	}
	return env
}

var syncVersion = regexp.MustCompile(`golang\.org/x/sync (v\S+)`)

// pinModules gives the go.mod files of a script the version of x/sync that
// this module has, and its sums.
func pinModules(t *testing.T, dir string) error {
	t.Helper()
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		return err
	}
	version := syncVersion.FindSubmatch(mod)
	if version == nil {
		t.Fatal("this module does not depend on golang.org/x/sync any more: choose another client for the scripts")
	}
	sums, err := os.ReadFile("../../go.sum")
	if err != nil {
		return err
	}
	return filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.Name() != "go.mod" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(data, []byte("SYNC")) {
			return err
		}
		data = bytes.ReplaceAll(data, []byte("SYNC"), version[1])
		if err := os.WriteFile(path, data, 0o666); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(filepath.Dir(path), "go.sum"), sums, 0o666)
	})
}

// A findingLine is a finding as any of the drivers prints it in a line.
var findingLine = regexp.MustCompile(`(?m)^(\S+\.go:\d+:\d+): (cache key .*?)(?: \(\w+/\w+\))?$`)

// sameFindings compares files that drivers printed their findings to.
func sameFindings(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: samefindings file file...")
	}
	work := ts.Getenv("WORK") + string(filepath.Separator)
	var first []string
	for i, name := range args {
		var found []string
		for _, m := range findingLine.FindAllStringSubmatch(strings.ReplaceAll(ts.ReadFile(name), work, ""), -1) {
			found = append(found, strings.TrimPrefix(m[1], "./")+": "+m[2])
		}
		slices.Sort(found)
		switch {
		case len(found) == 0:
			ts.Fatalf("%s has no findings", name)
		case i == 0:
			first = found
		case !slices.Equal(first, found):
			ts.Fatalf("%s has\n%s\n%s has\n%s", args[0], strings.Join(first, "\n"), name, strings.Join(found, "\n"))
		}
	}
}

// TestGoStyle holds the flags to how Go tools write them.
func TestGoStyle(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"-format=json ./...", "--format=json ./..."},
		{"--format=json ./...", "--format=json ./..."},
		{"-tags a,b keys -c 3", "--tags a,b keys --c 3"},
		{"-h", "--help"},
		{"-- -format", "-- -format"},
		{"-", "-"},
	} {
		if got := strings.Join(goStyle(strings.Fields(tt.in)), " "); got != tt.want {
			t.Errorf("goStyle(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestOneDash(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"unknown flag: --bogus", "unknown flag: -bogus"},
		{`invalid argument "x" for "--c" flag`, `invalid argument "x" for "-c" flag`},
		{"a -- b", "a -- b"},
		{"plain", "plain"},
	} {
		if got := oneDash(tt.in); got != tt.want {
			t.Errorf("oneDash(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestInterrupted says what was being worked on, and fails.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	t.Setenv(cacheVariable, "off")
	var stdout, stderr bytes.Buffer
	if code := run(ctx, []string{"."}, &stdout, &stderr); code != exitFailed {
		t.Errorf("exit code %d, want %d; stderr: %s", code, exitFailed, stderr.String())
	}
}
