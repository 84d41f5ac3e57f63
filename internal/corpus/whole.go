package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/report"
)

// CheckWhole runs a rule over packages of the module in dir, and compares all
// that it says of those in the given folders with FOLDER/findings.txt, which is
// written by hand as the rest of the corpus is:
//
//	keys.go:12 "project:" + id
//		missing: cache key "project:{id}" has no tenant segment
//		key project:{id}
//		pattern project
//		keys.go:14 rdb.Get(ctx, key): used here by Get (redis get)
//		fix: Add tenantID to the key
//
// A place is given with its source text, the first line of it.
func CheckWhole(t *testing.T, dir string, rule *analysis.Analyzer, folders []string, patterns ...string) {
	t.Helper()
	said := map[string]*strings.Builder{}
	for _, folder := range folders {
		said[folder] = &strings.Builder{}
	}
	for _, f := range Run(t, dir, rule, patterns...).Findings {
		if b := said[filepath.ToSlash(filepath.Dir(f.File))]; b != nil {
			b.WriteString(whole(t, dir, &f))
		}
	}
	for _, folder := range folders {
		want, err := os.ReadFile(filepath.Join(dir, folder, "findings.txt"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), said[folder].String()); diff != "" {
			t.Errorf("%s: what is said is not findings.txt (-want +got):\n%s", folder, diff)
		}
	}
}

func whole(t *testing.T, dir string, f *report.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\t%s: %s\n", placed(t, dir, f.Range), f.Category, f.Message)
	if f.Key != "" {
		b.WriteString("\tkey " + f.Key + "\n")
	}
	if f.Pattern != "" {
		b.WriteString("\tpattern " + f.Pattern + "\n")
	}
	for _, r := range f.Related {
		fmt.Fprintf(&b, "\t%s: %s\n", placed(t, dir, r.Range), r.Message)
	}
	for _, fix := range f.Fixes {
		b.WriteString("\tfix: " + fix.Message + "\n")
	}
	return b.String()
}

// placed prints a range: file:line and the text.
func placed(t *testing.T, dir string, r report.Range) string {
	data, err := os.ReadFile(filepath.Join(dir, r.File))
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Split(string(data), "\n")[r.Line-1]
	end := len(line)
	if r.EndLine == r.Line {
		end = r.EndColumn - 1
	}
	text := ""
	if r.EndLine != 0 && r.Column-1 < end {
		text = " " + line[r.Column-1:end]
	}
	return fmt.Sprintf("%s:%d%s", filepath.Base(r.File), r.Line, text)
}
