package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
)

// Changed is the lines that were changed or added, by absolute file name.
type Changed map[string][]LineSpan

// A LineSpan is lines from From to To, both included: none where lines were
// only removed.
type LineSpan struct{ From, To int }

// AllLines spans a file that is new.
var AllLines = LineSpan{1, 1 << 30}

// ReadDiff reads what git diff -U0 prints, whose file names are relative to
// root.
func ReadDiff(r io.Reader, root string) (Changed, error) {
	c := Changed{}
	file := ""
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 64<<20) // a minified file is one line
	header := false        // the lines between "diff" and the first hunk
	for sc.Scan() {
		line := sc.Text()
		switch {
		case strings.HasPrefix(line, "diff --git "):
			file, header = "", true
		case header && strings.HasPrefix(line, "+++ b/"):
			// git marks the end of a name with spaces in it by a tab.
			name := strings.TrimSuffix(strings.TrimPrefix(line, "+++ b/"), "\t")
			file = filepath.Join(root, filepath.FromSlash(name))
		case strings.HasPrefix(line, "@@ "):
			header = false
			span, err := hunk(line)
			if err != nil {
				return nil, err
			}
			if file != "" {
				c[file] = append(c[file], span)
			}
		}
	}
	return c, sc.Err()
}

// hunk reads the new lines of a hunk's header: @@ -1,2 +3,4 @@.
func hunk(line string) (LineSpan, error) {
	fields := strings.Fields(line)
	if len(fields) < 3 || !strings.HasPrefix(fields[2], "+") {
		return LineSpan{}, fmt.Errorf("git printed a hunk that can't be read: %q", line)
	}
	start, count, ok := strings.Cut(fields[2][1:], ",")
	from, err := strconv.Atoi(start)
	n := 1
	if err == nil && ok {
		n, err = strconv.Atoi(count)
	}
	if err != nil {
		return LineSpan{}, fmt.Errorf("git printed a hunk that can't be read: %q", line)
	}
	return LineSpan{from, from + n - 1}, nil
}

// Only returns the findings that touch a changed line, and those of a changed
// file as a whole.
func (c Changed) Only(findings []Finding) []Finding {
	out := []Finding{}
	for i := range findings {
		f := &findings[i]
		for _, span := range c[f.File] {
			if f.WholeFile || span.From <= span.To && f.Line <= span.To && max(f.Line, f.EndLine) >= span.From {
				out = append(out, *f)
				break
			}
		}
	}
	return out
}
