package nogo

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A listed is a package as go list describes it.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
	ImportMap               map[string]string
	Standard                bool
	Module                  *struct{ Main bool }
}

// list returns the packages of a module and what they import, each after its
// imports.
func list(t *testing.T, dir string) []*listed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles,Imports,ImportMap,Standard,Module", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOPROXY=off")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []*listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := d.Decode(p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// A run is what nogo said of a module.
type run struct {
	lines []string // "file:line:column message", sorted, the file relative to the module
	patch string   // the fixes
}

// line is how nogo prints a finding.
var line = regexp.MustCompile(`(?m)^(\S+\.go:\d+:\d+): (.*) \(\w+\)$`)

// nogo runs nogo on every package, as Bazel does: the packages of others for
// their facts only, and none of the standard library.
func nogo(t *testing.T, dir string) run {
	t.Helper()
	out := t.TempDir()
	facts := map[string]string{}
	packages := list(t, dir)
	var config strings.Builder
	for _, p := range packages {
		if p.Export != "" {
			fmt.Fprintf(&config, "packagefile %s=%s\n", p.ImportPath, p.Export)
		}
	}
	var res run
	for i, p := range packages {
		if p.Standard || len(p.GoFiles) == 0 {
			continue
		}
		cfg, fixes, file := filepath.Join(out, fmt.Sprintf("%d.cfg", i)), filepath.Join(out, fmt.Sprintf("%d.fixes", i)), filepath.Join(out, fmt.Sprintf("%d.facts", i))
		var imports strings.Builder
		for from, to := range p.ImportMap {
			fmt.Fprintf(&imports, "importmap %s=%s\n", from, to)
		}
		if err := errors.Join(os.WriteFile(cfg, []byte(config.String()+imports.String()), 0o666), os.Mkdir(fixes, 0o777)); err != nil {
			t.Fatal(err)
		}
		args := []string{"-p", p.ImportPath, "-importcfg", cfg, "-x", file, "-fix_dir", fixes}
		own := p.Module != nil && p.Module.Main
		if !own {
			args = append(args, "-facts_only")
		}
		for _, f := range slices.Sorted(maps.Keys(facts)) {
			args = append(args, "-fact", f+"="+facts[f])
		}
		for _, f := range p.GoFiles {
			args = append(args, filepath.Join(p.Dir, f))
		}
		res.add(t, dir, own, args)
		facts[p.ImportPath] = file
		if patch, err := os.ReadFile(filepath.Join(fixes, "nogo.patch")); err == nil {
			res.patch += string(patch)
		}
	}
	slices.Sort(res.lines)
	return res
}

// add runs nogo on a package. Exit status 3 says that there are findings.
func (r *run) add(t *testing.T, dir string, own bool, args []string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), filepath.Join(programs, "nogo"), args...)
	cmd.Dir = dir
	text, err := cmd.CombinedOutput()
	found := line.FindAllStringSubmatch(string(text), -1)
	want := 0
	if len(found) > 0 {
		want = 3
	}
	if err != nil && cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != want || len(found) > 0 && !own {
		t.Fatalf("nogo %s: %v\n%s", args[1], err, text)
	}
	for _, m := range found {
		r.lines = append(r.lines, strings.TrimPrefix(m[1], dir+string(filepath.Separator))+" "+m[2])
	}
}
