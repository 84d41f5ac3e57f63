package doctest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bin is the directory of the tenantkey binary that TestMain builds.
var bin string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "doctest")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		bin = dir
		build := exec.Command("go", "build", "-o", filepath.Join(dir, "tenantkey"), "./cmd/tenantkey")
		build.Dir = top
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "%s%v\n", out, err)
			return 1
		}
		return m.Run()
	}())
}

// command returns a command line that a shell runs, as a reader would who has
// installed tenantkey.
func command(t *testing.T, dir, line string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(),
		"PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"),
		"GOBIN="+t.TempDir())
	return cmd
}

var download = regexp.MustCompile(`(?m)^go: downloading .*\n`)

// run returns what a terminal shows of a command, go's downloads left out, and
// its exit status.
func run(t *testing.T, dir, line string) (string, int) {
	t.Helper()
	cmd := command(t, dir, line)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("%s: %v", line, err)
	}
	return download.ReplaceAllString(string(out), ""), cmd.ProcessState.ExitCode()
}

// A step is a command and what it should print.
type step struct{ line, output string }

func steps(b *block) []step {
	var out []step
	for line := range strings.Lines(b.body) {
		command, ok := strings.CutPrefix(line, "$ ")
		switch {
		case b.lang == "sh" && strings.HasPrefix(line, "#"), b.lang == "sh" && strings.TrimSpace(line) == "":
		case b.lang == "sh":
			out = append(out, step{line: strings.TrimSpace(line)})
		case ok:
			out = append(out, step{line: strings.TrimSpace(command)})
		case len(out) > 0:
			out[len(out)-1].output += line
		}
	}
	return out
}

func TestCommands(t *testing.T) {
	for page, bs := range pages(t) {
		for _, b := range bs {
			if b.lang != "sh" && b.lang != "console" || b.is("net") {
				continue
			}
			t.Run(fmt.Sprintf("%s:%d", page, b.line), func(t *testing.T) {
				if b.is("elsewhere") {
					checkElsewhere(t, b)
					return
				}
				runBlock(t, b)
			})
		}
	}
}

func runBlock(t *testing.T, b *block) {
	want := 0
	if s := b.marks["exit"]; s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		want = n
	}
	dir := filepath.Join(top, b.marks["dir"])
	all := steps(b)
	if len(all) == 0 {
		t.Fatal("the block has no command")
	}
	for i, s := range all {
		out, exit := run(t, dir, strings.ReplaceAll(s.line, "@latest", ""))
		if i < len(all)-1 && exit != 0 || i == len(all)-1 && exit != want {
			t.Fatalf("%s: exit status %d\n%s", s.line, exit, out)
		}
		if b.lang == "console" {
			if diff := cmp.Diff(strings.TrimSpace(s.output), strings.TrimSpace(out)); diff != "" {
				t.Errorf("%s: the page (-) and the program (+) differ\n%s", s.line, diff)
			}
		}
	}
}

// checkElsewhere holds that the named file runs each of the block's commands.
func checkElsewhere(t *testing.T, b *block) {
	data, err := os.ReadFile(filepath.Join(top, b.marks["elsewhere"]))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range steps(b) {
		command, _, _ := strings.Cut(s.line, "#")
		if !strings.Contains("\n"+string(data), "\n"+strings.TrimSpace(command)) {
			t.Errorf("%s does not run %q", b.marks["elsewhere"], s.line)
		}
	}
}
