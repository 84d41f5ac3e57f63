// Package nogo holds tenantkey to working in nogo, the analysis driver of
// Bazel's rules_go: the real one, from the module proxy.
package nogo

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	rulesGo = "github.com/bazelbuild/rules_go@v0.65.0"
	top     = "../.."
)

// sources is what rules_go compiles a nogo from (its target nogo_srcs), beside
// the file that it generates.
var sources = []string{
	"constants.go", "env.go", "flags.go", "nogo_fix.go", "nogo_goversions_go118.go", "nogo_goversions_go121.go", "nogo_goversions_go122.go",
	"nogo_main.go", "nogo_version.go", "nolint.go",
}

// generated is what rules_go generates for a nogo with these deps.
const generated = `package main

import (
	keyambiguous "github.com/tenantkey/tenantkey/plugin/nogo/example/keyambiguous"
	keydeps "github.com/tenantkey/tenantkey/plugin/nogo/example/keydeps"
	tenantkey "github.com/tenantkey/tenantkey/plugin/nogo/example/tenantkey"
	"golang.org/x/tools/go/analysis"
)

var analyzers = []*analysis.Analyzer{tenantkey.Analyzer, keydeps.Analyzer, keyambiguous.Analyzer}

var configs = map[string]config{}

const debugMode = false
`

// programs is where TestMain builds nogo and tenantkey.
var programs string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "nogo")
		if err == nil {
			defer os.RemoveAll(dir)
			programs = dir
			err = errors.Join(build(filepath.Join(dir, "src"), "example"), goCommand(top, "build", "-o", filepath.Join(dir, "tenantkey"), "./cmd/tenantkey"))
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return m.Run()
	}())
}

// build builds nogo with the policy of a folder. Nogo uses an internal package
// of x/tools, so the module that it is built in has a path beneath that one's.
func build(dir, example string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	out, err := exec.Command("go", "mod", "download", "-json", rulesGo).Output()
	if err != nil {
		return fmt.Errorf("go mod download %s: %w\n%s", rulesGo, err, out)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return err
	}
	for _, name := range sources {
		data, err := os.ReadFile(filepath.Join(module.Dir, "go", "tools", "builders", name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "generated.go"), []byte(generated), 0o666); err != nil {
		return err
	}
	if err := os.CopyFS(filepath.Join(dir, "policies", "example"), os.DirFS(example)); err != nil {
		return err
	}
	repo, err := filepath.Abs(top)
	if err != nil {
		return err
	}
	const own = "github.com/tenantkey/tenantkey"
	err = os.WriteFile(filepath.Join(dir, "policies", "go.mod"), []byte("module "+own+"/plugin/nogo\n\ngo 1.26.0\n"), 0o666)
	return errors.Join(err,
		goCommand(dir, "mod", "init", "golang.org/x/tools/nogo"),
		goCommand(dir, "mod", "edit", "-replace="+own+"="+repo, "-replace="+own+"/plugin/nogo=./policies", "-require=golang.org/x/tools@v0.52.0"),
		goCommand(dir, "mod", "tidy"),
		goCommand(dir, "build", "-o", filepath.Join(filepath.Dir(dir), "nogo"), "."))
}

func goCommand(dir string, args ...string) error {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}
