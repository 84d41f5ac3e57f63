package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/driver"
	"github.com/tenantkey/tenantkey/internal/report"
)

// adopt leaves out the findings that an old code base may keep: those in the
// baseline, and those on lines that were not changed.
func (a *app) adopt(ctx context.Context, f *lintFlags, env *environment, res *driver.Result) error {
	if f.baseline != "" && f.writeBaseline {
		if len(res.Problems) > 0 {
			return errors.New("the baseline is not written, as some packages could not be checked")
		}
		b := report.NewBaseline(env.root, res.Findings)
		if err := b.Write(f.baseline); err != nil {
			return err
		}
		fmt.Fprintf(a.stderr, "tenantkey: %s written to %s\n", plural(len(b.Findings), "accepted finding"), f.baseline)
		res.Findings = nil
		return nil
	}
	if f.baseline != "" {
		if err := a.applyBaseline(f.baseline, env, res); err != nil {
			return err
		}
	}
	if f.newFrom != "" {
		changed, err := changedSince(ctx, env.dir, f.newFrom, res.Findings)
		if err != nil {
			return err
		}
		for i := range res.Findings {
			// Symbolic links on the way to the repository: git has none of them.
			if real, err := filepath.EvalSymlinks(res.Findings[i].File); err == nil {
				changed[res.Findings[i].File] = changed[real]
			}
		}
		res.Findings = changed.Only(res.Findings)
	}
	return nil
}

func (a *app) applyBaseline(file string, env *environment, res *driver.Result) error {
	b, err := report.ReadBaseline(file)
	if err != nil {
		return err
	}
	dirs := map[string]bool{}
	for _, p := range res.Packages {
		dirs[p.Dir] = true
	}
	looked := func(name string) bool {
		name = filepath.Join(env.root, filepath.FromSlash(name))
		_, err := os.Stat(name)
		return err != nil || dirs[filepath.Dir(name)]
	}
	left, stale := b.Apply(env.root, res.Findings, looked)
	res.Findings = left
	for _, e := range stale {
		fmt.Fprintf(a.stderr, "tenantkey: %s: this is fixed, and can leave the baseline %s: %s (%s)\n", e.File, file, e.Message, e.Rule)
	}
	return nil
}

// changedSince asks git for the lines that differ from a revision, those of
// files that git does not know among them.
func changedSince(ctx context.Context, dir, rev string, findings []report.Finding) (report.Changed, error) {
	top, err := git(ctx, dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	root := filepath.FromSlash(strings.TrimSpace(string(top)))
	files := filesOf(root, findings)
	diff, err := git(ctx, root, append([]string{"-c", "core.quotePath=false", "diff", "-U0", "--no-color", "--no-ext-diff", "--no-renames",
		"--src-prefix=a/", "--dst-prefix=b/", "--end-of-options", rev, "--"}, files...)...)
	if err != nil {
		return nil, err
	}
	changed, err := report.ReadDiff(bytes.NewReader(diff), root)
	if err != nil {
		return nil, err
	}
	others, err := git(ctx, root, append([]string{"ls-files", "-z", "--others", "--"}, files...)...)
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(string(others), "\x00") {
		if name != "" {
			changed[filepath.Join(root, filepath.FromSlash(name))] = []report.LineSpan{report.AllLines}
		}
	}
	return changed, nil
}

// filesOf tells git which files to look at: Go files, and others that findings
// are in, as far as they lie in its work tree.
func filesOf(root string, findings []report.Finding) []string {
	files := []string{"*.go"}
	for i := range findings {
		name := findings[i].File
		if real, err := filepath.EvalSymlinks(name); err == nil {
			name = real
		}
		rel, err := filepath.Rel(root, name)
		if err != nil || !filepath.IsLocal(rel) || filepath.Ext(rel) == ".go" {
			continue
		}
		if rel = ":(literal)" + filepath.ToSlash(rel); !slices.Contains(files, rel) {
			files = append(files, rel)
		}
	}
	return files
}

func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return nil, fmt.Errorf("git can't tell what changed (%w): %s", err, said)
	}
	return out, nil
}
