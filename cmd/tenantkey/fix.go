package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/tenantkey/tenantkey/internal/driver"
	"github.com/tenantkey/tenantkey/internal/report"
)

// applyFixes changes files as the first fix of each finding says, or shows
// what would change. The findings that have no fix stay findings.
func (a *app) applyFixes(f *lintFlags, env *environment, res *driver.Result) error {
	fixed, err := report.Apply(res.Findings, os.ReadFile)
	if err != nil {
		return err
	}
	for _, file := range fixed.Files {
		if f.diff {
			name := report.ShortName(env.dir, file.Name)
			if _, err := a.stdout.Write(diff.Diff("a/"+name, file.Old, "b/"+name, file.New)); err != nil {
				return err
			}
			continue
		}
		if err := file.Write(); err != nil {
			return err
		}
	}
	if f.diff {
		if len(fixed.Files) > 0 && a.exit == exitClean {
			a.exit = exitFindings
		}
		return nil
	}
	if len(fixed.Applied) > 0 {
		fmt.Fprintf(a.stderr, "tenantkey: fixed %s in %s\n", plural(len(fixed.Applied), "finding"), plural(len(fixed.Files), "file"))
	}
	if fixed.Conflicts > 0 {
		fmt.Fprintf(a.stderr, "tenantkey: %s overlapped others: run again\n", plural(fixed.Conflicts, "fix"))
	}
	res.Findings = slices.Clone(fixed.Left)
	return a.print(f, env, res.Findings)
}
