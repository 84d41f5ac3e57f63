package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A test is a test function in a binary.
type test struct {
	binary *binary
	name   string
	took   time.Duration // CPU time
}

// A binary is the compiled tests of a package, all mutants in them.
type binary struct {
	path, dir, pkg string
	cpu            time.Duration // that it may take; 0: any
}

// A runner runs the tests on the mutants of a package.
type runner struct {
	pkg, skip string
	verbose   bool

	dir      string
	mutants  []*mutant
	binaries []*binary
}

// build compiles the tests of the package and of those that pin it.
func (r *runner) build(p *pkg, sample []*mutant) error {
	ms, files, err := compiling(r.pkg, p.Name, sample)
	if err != nil {
		return err
	}
	r.mutants = ms
	if r.dir, err = os.MkdirTemp("", "mutate"); err != nil {
		return err
	}
	overlay := struct{ Replace map[string]string }{map[string]string{}}
	for name, src := range files {
		copied := filepath.Join(r.dir, filepath.Base(name))
		if err := os.WriteFile(copied, src, 0o666); err != nil {
			return err
		}
		overlay.Replace[name] = copied
	}
	data, err := json.Marshal(overlay)
	if err != nil {
		return err
	}
	list := filepath.Join(r.dir, "overlay.json")
	if err := os.WriteFile(list, data, 0o666); err != nil {
		return err
	}
	for i, pkg := range append([]string{r.pkg}, pins[r.pkg]...) {
		b := &binary{path: filepath.Join(r.dir, fmt.Sprintf("%d.test", i)), dir: filepath.FromSlash(pkg), pkg: pkg}
		cmd := exec.Command("go", "test", "-c", "-vet=off", "-overlay", list, "-o", b.path, pkg)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%v\n%s", err, out)
		}
		r.binaries = append(r.binaries, b)
	}
	return nil
}

// reach runs each test by itself on the unchanged code, and notes which mutants
// it reaches and how long it takes.
func (r *runner) reach() error {
	for _, b := range r.binaries {
		out, err := b.run(context.Background(), nil, "-test.list", ".").Output()
		if err != nil {
			return fmt.Errorf("%s: %v", b.pkg, err)
		}
		for _, name := range strings.Fields(string(out)) {
			if !strings.HasPrefix(name, "Test") || name == "TestMain" {
				continue
			}
			if err := r.reachBy(&test{binary: b, name: name}); err != nil {
				return err
			}
		}
	}
	for _, m := range r.mutants {
		slices.SortStableFunc(m.tests, func(a, b *test) int { return cmp.Compare(a.took, b.took) })
	}
	return nil
}

func (r *runner) reachBy(t *test) error {
	log := filepath.Join(r.dir, "reached")
	defer os.Remove(log)
	cmd := t.binary.run(context.Background(), []string{"TENANTKEY_MUTANTS_REACHED=" + log}, "-test.short", "-test.run", "^"+t.name+"$", "-test.skip", r.skip)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s fails on the unchanged code: %v\n%s", t.name, err, out)
	}
	t.took = cmd.ProcessState.UserTime()
	data, err := os.ReadFile(log)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, id := range strings.Fields(string(data)) {
		n, err := strconv.Atoi(id)
		if err != nil || n < 1 || n > len(r.mutants) {
			return fmt.Errorf("%s reaches mutant %q", t.name, id)
		}
		r.mutants[n-1].tests = append(r.mutants[n-1].tests, t)
	}
	return err
}

func (b *binary) run(ctx context.Context, env []string, args ...string) *exec.Cmd {
	script := `exec "$0" "$@"`
	if b.cpu > 0 { // a mutant that never ends must not wait for a busy machine
		script = fmt.Sprintf("ulimit -t %d; %s", int(b.cpu.Seconds())+1, script)
	}
	args = append([]string{"-c", script, b.path}, args...)
	cmd := exec.CommandContext(ctx, "sh", args...)
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), env...)
	return cmd
}

// A test may always take so much CPU time, and so long on a busy machine.
const (
	atLeast  = 10 * time.Second
	patience = 3 * time.Minute
)

// kill runs the tests that reach a mutant, the fast ones first, and returns
// the first that notices, or "".
func (r *runner) kill(m *mutant) (string, error) {
	for _, t := range m.tests {
		noticed, err := r.notices(t, m)
		if err != nil || noticed {
			return t.name, err
		}
	}
	return "", nil
}

func (r *runner) notices(t *test, m *mutant) (bool, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	limited := *t.binary
	limited.cpu = max(atLeast, 10*t.took)
	cmd := limited.run(ctx, []string{"TENANTKEY_MUTANT=" + strconv.Itoa(m.id)}, "-test.short", "-test.failfast", "-test.run", "^"+t.name+"$", "-test.skip", r.skip)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return false, nil
	case ctx.Err() != nil, errors.As(err, &exit): // it fails, or never ends
		return true, nil
	}
	return false, err
}
