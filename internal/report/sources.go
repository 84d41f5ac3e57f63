package report

import (
	"os"
	"strings"
	"unicode/utf16"
)

// sources reads the lines of files, each file once.
type sources map[string][]string

// line returns a line of a file, counted from 1, without its end; "" if there
// is none: a //line directive may name what is not there.
func (s sources) line(file string, n int) string {
	lines := s.lines(file)
	if n < 1 || n > len(lines) {
		return ""
	}
	return lines[n-1]
}

func (s sources) lines(file string) []string {
	if lines, ok := s[file]; ok {
		return lines
	}
	var lines []string
	if data, err := os.ReadFile(file); err == nil {
		for line := range strings.Lines(string(data)) {
			lines = append(lines, strings.TrimRight(line, "\r\n"))
		}
	}
	s[file] = lines
	return lines
}

// utf16Column turns a column in bytes into one in UTF-16 code units. A column
// past the line's end stays as far past it.
func (s sources) utf16Column(file string, line, column int) int {
	if column < 1 {
		return 1
	}
	text := s.line(file, line)
	before := min(column-1, len(text))
	n := column - before
	for _, r := range text[:before] {
		if size := utf16.RuneLen(r); size > 0 {
			n += size
		} else {
			n++ // a byte that is no UTF-8
		}
	}
	return n
}
