package keyuse_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/driver"
	"github.com/tenantkey/tenantkey/internal/report"
	"github.com/tenantkey/tenantkey/internal/stores"
)

// TestForms holds the resolver to the corpus of forms: for every key of every
// call its op, templates and verdict, and no call more.
func TestForms(t *testing.T) { checkCorpus(t, "forms") }

// TestLimits holds it to what can honestly be said of programs that are out of
// its reach: known misses, known false alarms, and unknown with a reason.
func TestLimits(t *testing.T) { checkCorpus(t, "limits") }

// checkCorpus lists the keys of a module of testdata, and compares them with
// its want comments. Those are written as for analysistest, which is not used
// because it analyses every dependency from source: many minutes for what the
// driver of the command line does in seconds. Each top folder is a subtest.
func checkCorpus(t *testing.T, module string) {
	dir, err := filepath.Abs(filepath.Join("..", "..", "testdata", module))
	if err != nil {
		t.Fatal(err)
	}
	res, err := driver.Run(t.Context(), &driver.Options{
		Dir: dir, Patterns: []string{"./..."}, Env: append(os.Environ(), "GOWORK=off"),
		Analyzers: []*analysis.Analyzer{analyzer.Inventory(analyzer.Config{})},
		IsClient:  stores.IsClient,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems {
		t.Errorf("%s: %s: %s", p.Package, p.Posn, p.Message)
	}
	wants, err := readWants(dir)
	if err != nil {
		t.Fatal(err)
	}
	byFolder := compare(wants, res.Entries)
	for _, folder := range slices.Sorted(maps.Keys(byFolder)) {
		t.Run(folder, func(t *testing.T) {
			for _, complaint := range byFolder[folder] {
				t.Error(complaint)
			}
		})
	}
}

// message is what an expectation is matched with:
//
//	OP TEMPLATE [| TEMPLATE…] TENANT
//
// A key that is not known is to have a reason; without one the message says
// so, which no expectation does.
func message(e report.Entry) string {
	s := fmt.Sprintf("%s %s %s", e.Op, strings.Join(e.Keys, " | "), e.Tenant)
	if e.Tenant == string(analyzer.Unknown) && e.Why == "" {
		s += " without a reason"
	}
	return s
}

// A place is a line of the corpus.
type place struct {
	file string // relative to the module, with slashes
	line int
}

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// folder is the top folder that p is in.
func (p place) folder() string { return topFolder(p.file) }

func topFolder(slashed string) string {
	top, _, _ := strings.Cut(slashed, "/")
	return top
}

// wants is the expectations of a module.
type wants struct {
	dir string
	at  map[place][]*regexp.Regexp
	all map[string]bool // the top folders
}

var (
	wantComment = regexp.MustCompile("// want ((?:`[^`]*`\\s*)+)$")
	quoted      = regexp.MustCompile("`([^`]*)`")
)

// readWants reads the want comments of every Go file below dir.
func readWants(dir string) (*wants, error) {
	w := &wants{dir: dir, at: map[place][]*regexp.Regexp{}, all: map[string]bool{}}
	err := eachGoFile(dir, func(file string) error {
		text, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return err
		}
		w.all[topFolder(file)] = true
		for i, line := range strings.Split(string(text), "\n") {
			at := place{file, i + 1}
			m := wantComment.FindStringSubmatch(line)
			if m == nil {
				if strings.Contains(line, "// want") {
					return fmt.Errorf("%v: bad want comment: %s", at, line)
				}
				continue
			}
			for _, q := range quoted.FindAllStringSubmatch(m[1], -1) {
				rx, err := regexp.Compile(q[1])
				if err != nil {
					return fmt.Errorf("%v: %w", at, err)
				}
				w.at[at] = append(w.at[at], rx)
			}
		}
		return nil
	})
	return w, err
}

// compare says by top folder what is listed and not expected, and the other
// way round. A folder without complaints is there with none.
func compare(w *wants, entries []report.Entry) map[string][]string {
	out := map[string][]string{}
	for folder := range w.all {
		out[folder] = nil
	}
	complain := func(at place, format string, args ...any) {
		out[at.folder()] = append(out[at.folder()], fmt.Sprintf("%v: %s", at, fmt.Sprintf(format, args...)))
	}
	for _, e := range entries {
		if e.Unseen != "" {
			continue // a line for the registry, and no use of a key
		}
		at := place{w.relative(e.File), e.Line}
		open := w.at[at]
		i := slices.IndexFunc(open, func(rx *regexp.Regexp) bool { return rx.MatchString(message(e)) })
		if i >= 0 {
			w.at[at] = slices.Delete(open, i, i+1)
			continue
		}
		complain(at, "unexpected: %s (%s) %s", message(e), e.Call, e.Why)
	}
	for _, at := range slices.SortedFunc(maps.Keys(w.at), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line))
	}) {
		for _, rx := range w.at[at] {
			complain(at, "not listed: %s", rx)
		}
	}
	return out
}

func (w *wants) relative(file string) string {
	if rel, err := filepath.Rel(w.dir, file); err == nil {
		return filepath.ToSlash(rel)
	}
	return file
}
