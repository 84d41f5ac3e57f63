package doctest

import (
	"path"
	"regexp"
	"strings"
	"testing"
)

// testLink is a test as docs/drivers.md names it: a function of a file, or a
// script.
var testLink = regexp.MustCompile(`\[(Test\w+)(?:/(\w+))?\]\(\.\./([^)]+)\)`)

// Every cell of the table of drivers names a test that there is, or says why
// there can be none.
func TestDrivers(t *testing.T) {
	page := read(t, "docs/drivers.md")
	for _, m := range testLink.FindAllStringSubmatch(page, -1) {
		name, script, file := m[1], m[2], m[3]
		if script != "" {
			if path.Base(file) != script+".txtar" {
				t.Errorf("%s is no script %s", file, script)
			}
			read(t, file)
			continue
		}
		if !strings.Contains(read(t, file), "\nfunc "+name+"(t *testing.T) {") {
			t.Errorf("%s has no test %s", file, name)
		}
	}
	rows := 0
	for line := range strings.Lines(page) {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| driver ") {
			continue
		}
		rows++
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 6 {
			t.Errorf("%d cells: %s", len(cells), line)
			continue
		}
		for _, cell := range cells[1:] {
			if !testLink.MatchString(cell) && !strings.HasPrefix(strings.TrimSpace(cell), "none: ") {
				t.Errorf("no test is named in %q of %s", cell, cells[0])
			}
		}
	}
	if rows != 6 {
		t.Errorf("the table has %d drivers", rows)
	}
}
