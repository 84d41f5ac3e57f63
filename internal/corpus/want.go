package corpus

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A Place is a line of a module's file, whose name is relative with slashes.
type Place struct {
	File string
	Line int
}

func (p Place) String() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// TopFolder is the first part of a file's name.
func TopFolder(slashed string) string {
	top, _, _ := strings.Cut(slashed, "/")
	return top
}

// Wants is the expectations of a module, and the top folders of its files.
type Wants struct {
	at      map[Place][]*regexp.Regexp
	folders map[string]bool
}

// Said is what was said of a place. More is not compared.
type Said struct {
	Place
	Message, More string
}

var (
	wantComment = regexp.MustCompile("// want ((?:`[^`]*`\\s*)+)$")
	quoted      = regexp.MustCompile("`([^`]*)`")
)

// Read reads the want comments of the Go files below dir that in accepts.
func Read(t testing.TB, dir string, in func(file string) bool) *Wants {
	t.Helper()
	w := &Wants{at: map[Place][]*regexp.Regexp{}, folders: map[string]bool{}}
	err := EachGoFile(dir, func(file string) error {
		w.folders[TopFolder(file)] = true
		if !in(file) {
			return nil
		}
		text, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return err
		}
		return w.read(file, string(text))
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *Wants) read(file, text string) error {
	for i, line := range strings.Split(text, "\n") {
		at := Place{file, i + 1}
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
}

// EachGoFile calls f with every Go file below dir, named relative to dir with
// slashes.
func EachGoFile(dir string, f func(name string) error) error {
	return fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") {
			return err
		}
		return f(name)
	})
}

// Compare fails for what was said and is not wanted, and the other way round.
// Each top folder is a subtest.
func (w *Wants) Compare(t *testing.T, said []Said) {
	t.Helper()
	byFolder := w.compare(said)
	for _, folder := range slices.Sorted(maps.Keys(byFolder)) {
		t.Run(folder, func(t *testing.T) {
			for _, complaint := range byFolder[folder] {
				t.Error(complaint)
			}
		})
	}
}

// compare returns complaints by top folder. A folder without complaints is
// there with none.
func (w *Wants) compare(said []Said) map[string][]string {
	out := map[string][]string{}
	for folder := range w.folders {
		out[folder] = nil
	}
	complain := func(at Place, format string, args ...any) {
		folder := TopFolder(at.File)
		out[folder] = append(out[folder], fmt.Sprintf("%v: %s", at, fmt.Sprintf(format, args...)))
	}
	open := map[Place][]*regexp.Regexp{}
	for at, rxs := range w.at {
		open[at] = slices.Clone(rxs)
	}
	for _, s := range said {
		rxs := open[s.Place]
		i := slices.IndexFunc(rxs, func(rx *regexp.Regexp) bool { return rx.MatchString(s.Message) })
		if i < 0 {
			complain(s.Place, "unexpected: %s %s", s.Message, s.More)
			continue
		}
		open[s.Place] = slices.Delete(rxs, i, i+1)
	}
	for _, at := range slices.SortedFunc(maps.Keys(open), func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	}) {
		for _, rx := range open[at] {
			complain(at, "missing: %s", rx)
		}
	}
	return out
}
