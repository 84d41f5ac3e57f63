package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// A test is a test function in a binary.
type test struct {
	binary *binary
	name   string
	took   time.Duration // CPU time
}

// A runner runs the tests on the mutants of a package.
type runner struct {
	pkg string
	pins
	skip *regexp.Regexp

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
	for i, pkg := range append([]string{r.pkg}, r.by...) {
		b := &binary{path: filepath.Join(r.dir, fmt.Sprintf("%d.test", i)), dir: filepath.FromSlash(pkg), pkg: pkg, alone: slices.Contains(r.alone, pkg)}
		if err := r.compile(p, b, files, i); err != nil {
			return err
		}
		r.binaries = append(r.binaries, b)
	}
	return nil
}

// compile compiles one test binary, over the tree as it is.
func (r *runner) compile(p *pkg, b *binary, files map[string][]byte, n int) error {
	tested, err := load(b.pkg)
	if err != nil {
		return err
	}
	name, src := mainFile(filepath.Dir(tested.GoFiles[0]), tested.Name, p.PkgPath, b.pkg == r.pkg)
	overlay := struct{ Replace map[string]string }{map[string]string{}}
	put := func(name string, src []byte) error {
		copied := filepath.Join(r.dir, fmt.Sprintf("%d-%s", n, filepath.Base(name)))
		overlay.Replace[name] = copied
		return os.WriteFile(copied, src, 0o666)
	}
	if err := put(name, src); err != nil {
		return err
	}
	for name, src := range files {
		if err := put(name, src); err != nil {
			return err
		}
	}
	data, err := json.Marshal(overlay)
	if err != nil {
		return err
	}
	list := filepath.Join(r.dir, "overlay.json")
	if err := os.WriteFile(list, data, 0o666); err != nil {
		return err
	}
	if out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", list, "-o", b.path, b.pkg).CombinedOutput(); err != nil {
		return fmt.Errorf("%v\n%s", err, out)
	}
	return nil
}

// stop ends all processes.
func (r *runner) stop() {
	for _, b := range r.binaries {
		b.stop()
	}
	os.RemoveAll(r.dir)
}

// reach runs each test by itself on the unchanged code, and notes which mutants
// it reaches and how long it takes.
func (r *runner) reach() error {
	for _, b := range r.binaries {
		out, err := b.list()
		if err != nil {
			return err
		}
		for name := range strings.FieldsSeq(out) {
			if !strings.HasPrefix(name, "Test") || name == "TestMain" || r.skip.MatchString(name) {
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

func (b *binary) list() (string, error) {
	cmd := exec.Command(b.path, "-test.list", ".")
	cmd.Dir = b.dir
	out, err := cmd.Output()
	return string(out), err
}

const none = -1 // the switch of the unchanged code

func (r *runner) reachBy(t *test) error {
	v, err := r.try(t, none, 0)
	if err != nil {
		return err
	}
	if v.said != "ok" {
		return fmt.Errorf("%s does not pass on the unchanged code: %s\n%s", t.name, v.said, t.binary.output())
	}
	for _, id := range v.reached {
		r.mutants[id-1].tests = append(r.mutants[id-1].tests, t)
	}
	t.took = v.took
	return nil
}

// try runs a test with a mutant turned on.
func (r *runner) try(t *test, mutant, seconds int) (verdict, error) {
	if t.binary.alone {
		defer t.binary.stop()
	}
	return t.binary.run(mutant, seconds, t.name)
}

// A test may always take so much CPU time.
const atLeast = 3 * time.Second

// kill runs the tests that reach a mutant, the fast ones first, and returns
// the first that notices and how, or "". In a shared process the test must
// pass again without the mutant: if not, an earlier one has left something
// behind, and this one is tried again in a new process.
func (r *runner) kill(m *mutant) (string, error) {
	for _, t := range m.tests {
		for {
			fresh := t.binary.cmd == nil
			v, err := r.try(t, m.id, int(max(atLeast, 10*t.took).Seconds()))
			if err != nil {
				return "", err
			}
			if v.said == "ok" {
				t.took = min(t.took, v.took) // what it loaded the first time is there now
				break
			}
			if !t.binary.alone && !fresh && t.binary.cmd != nil {
				again, err := r.try(t, none, 0)
				if err != nil {
					return "", err
				}
				if again.said != "ok" {
					t.binary.stop()
					continue
				}
			}
			return t.name + " (" + v.said + ")", nil
		}
	}
	return "", nil
}
