package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"
)

// A TextPrinter prints findings for people.
type TextPrinter struct {
	W     io.Writer
	Dir   string // the directory that file names are relative to
	Color bool
	// Context is the number of lines shown before and after a finding's own;
	// negative is none at all, not even its own.
	Context int

	src sources
}

// Findings prints each finding as file:line:col: message (rule/category),
// with the source line under it, and the related places indented.
func (p *TextPrinter) Findings(findings []Finding) error {
	w := bufio.NewWriter(p.W)
	for i := range findings {
		p.finding(w, &findings[i])
	}
	return w.Flush()
}

func (p *TextPrinter) finding(w io.Writer, f *Finding) {
	rule := f.Rule
	if f.Category != "" {
		rule += "/" + f.Category
	}
	fmt.Fprintf(w, "%s: %s %s\n",
		p.paint(place(p.Dir, f.Range), color.Bold), f.Message, p.paint("("+rule+")", color.Faint))
	p.source(w, f.Range, "    ")
	for _, r := range f.Related {
		fmt.Fprintf(w, "    %s: %s\n", place(p.Dir, r.Range), r.Message)
	}
	for _, fix := range f.Fixes {
		fmt.Fprintf(w, "    %s %s\n", p.paint("fix:", color.FgGreen), fix.Message)
	}
}

// source prints the line of r with its range underlined.
func (p *TextPrinter) source(w io.Writer, r Range, indent string) {
	if p.Context < 0 {
		return
	}
	if p.src == nil {
		p.src = sources{}
	}
	lines := p.src.lines(r.File)
	if r.Line < 1 || r.Line > len(lines) {
		return // a //line directive may name what is not there
	}
	for n := max(1, r.Line-p.Context); n <= min(len(lines), max(r.Line, r.EndLine)+p.Context); n++ {
		if n > r.Line && p.Context == 0 {
			break
		}
		line := lines[n-1]
		fmt.Fprintf(w, "%s%s\n", indent, line)
		if n == r.Line {
			if under := underline(line, r); under != "" {
				fmt.Fprintf(w, "%s%s\n", indent, p.paint(under, color.FgRed, color.Bold))
			}
		}
	}
}

// underline returns the marks that go under line to show r: carets below the
// range, and tabs where the line has them, so that both are displayed alike.
func underline(line string, r Range) string {
	from := r.Column - 1
	if from < 0 || from > len(line) {
		return ""
	}
	to := len(line)
	if r.EndLine == r.Line {
		to = min(r.EndColumn-1, len(line))
	}
	var b strings.Builder
	for _, c := range line[:from] {
		if c == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteByte(' ')
		}
	}
	n := 1
	if to > from {
		n = utf8.RuneCountInString(strings.TrimRight(line[from:to], " \t"))
	}
	b.WriteString(strings.Repeat("^", max(n, 1)))
	return b.String()
}

func (p *TextPrinter) paint(s string, attrs ...color.Attribute) string {
	if !p.Color {
		return s
	}
	c := color.New(attrs...)
	c.EnableColor() // whether to use colours is decided for the stream that W is, not for stdout
	return c.Sprint(s)
}

// place prints where r begins, as Go tools do.
func place(dir string, r Range) string {
	name := ShortName(dir, r.File)
	if r.Line == 0 {
		return name
	}
	if r.Column == 0 {
		return fmt.Sprintf("%s:%d", name, r.Line)
	}
	return fmt.Sprintf("%s:%d:%d", name, r.Line, r.Column)
}

// ShortName returns the name of file relative to dir when that is shorter.
func ShortName(dir, file string) string {
	if dir == "" || !filepath.IsAbs(file) {
		return file
	}
	if rel, err := filepath.Rel(dir, file); err == nil && len(rel) < len(file) {
		return rel
	}
	return file
}
