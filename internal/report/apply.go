package report

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Fixed is what fixes come to.
type Fixed struct {
	Files     []FixedFile
	Applied   []Finding
	Left      []Finding // without a fix, or with one that was not applied
	Conflicts int       // fixes that overlap one that was applied
}

// A FixedFile is a file with the edits of all applied fixes in it.
type FixedFile struct {
	Name     string
	Old, New []byte
}

// Apply works out what files look like with the first fix of each finding,
// formatted as gofmt does. Fixes are taken in order; one that overlaps those
// before it is left for a later run. Nothing is written.
func Apply(findings []Finding, readFile func(string) ([]byte, error)) (*Fixed, error) {
	out := &Fixed{}
	taken := map[string][]Edit{}
	for i := range findings {
		f := findings[i]
		switch {
		case len(f.Fixes) == 0:
			out.Left = append(out.Left, f)
		case !take(taken, f.Fixes[0].Edits):
			out.Conflicts++
			out.Left = append(out.Left, f)
		default:
			out.Applied = append(out.Applied, f)
		}
	}
	for name, edits := range taken {
		old, err := readFile(name)
		if err != nil {
			return nil, err
		}
		changed, err := applyEdits(old, edits)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if strings.HasSuffix(name, ".go") {
			if formatted, err := format.Source(changed); err == nil {
				changed = formatted
			} else {
				return nil, fmt.Errorf("%s: a fix would break the file: %w", name, err)
			}
		}
		if !bytes.Equal(old, changed) {
			out.Files = append(out.Files, FixedFile{Name: name, Old: old, New: changed})
		}
	}
	slices.SortFunc(out.Files, func(a, b FixedFile) int { return cmp.Compare(a.Name, b.Name) })
	return out, nil
}

// take adds edits to those taken, all or none of them. An edit that is there
// already, such as an import that two fixes add, is no conflict.
func take(taken map[string][]Edit, edits []Edit) bool {
	for _, e := range edits {
		if e.End < e.Start {
			return false
		}
		for _, t := range taken[e.File] {
			if t.sameAs(e) {
				continue
			}
			if e.Start < t.End && t.Start < e.End || e.Start == t.Start {
				return false
			}
		}
	}
	for _, e := range edits {
		if !slices.ContainsFunc(taken[e.File], e.sameAs) {
			taken[e.File] = append(taken[e.File], e)
		}
	}
	return true
}

func (e Edit) sameAs(f Edit) bool { return e.Start == f.Start && e.End == f.End && e.New == f.New }

func applyEdits(old []byte, edits []Edit) ([]byte, error) {
	slices.SortFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Start, b.Start) })
	var b bytes.Buffer
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End > len(old) {
			return nil, fmt.Errorf("a fix does not fit the file, which has changed meanwhile")
		}
		b.Write(old[at:e.Start])
		b.WriteString(e.New)
		at = e.End
	}
	b.Write(old[at:])
	return b.Bytes(), nil
}

// Write replaces the file in one step, its mode kept.
func (f *FixedFile) Write() error {
	info, err := os.Stat(f.Name)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(f.Name), ".tenantkey-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // gone by then, unless something failed
	_, err = tmp.Write(f.New)
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(tmp.Name(), f.Name)
	}
	return err
}
