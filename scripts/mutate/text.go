package main

import (
	"bytes"
	"go/ast"
	"go/printer"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// text prints a node in one line.
func (p *pkg) text(n ast.Node) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, p.Fset, n); err != nil {
		return "?"
	}
	s := strings.Join(strings.Fields(b.String()), " ")
	if _, isType := n.(ast.Expr); !isType && len(s) > 100 {
		s = s[:100] + "…"
	}
	return s
}

// schemata returns the changed files with every mutant in them, each behind
// its switch. Edits add no lines, so that an error tells whose it is.
func schemata(ms []*mutant) (map[string][]byte, error) {
	files := map[string][]edit{}
	for _, m := range ms {
		files[m.file] = append(files[m.file], m.edits(m.id)...)
	}
	out := map[string][]byte{}
	for name, edits := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out[name] = apply(src, edits)
	}
	return out, nil
}

// apply makes the edits, which are in the order outer before inner: at one
// place what closes comes first, inner before outer.
func apply(src []byte, edits []edit) []byte {
	type numbered struct {
		edit
		n int
	}
	es := make([]numbered, len(edits))
	for i, e := range edits {
		es[i] = numbered{e, i}
	}
	slices.SortFunc(es, func(a, b numbered) int {
		switch {
		case a.pos != b.pos:
			return a.pos - b.pos
		case a.closes != b.closes:
			if a.closes {
				return -1
			}
			return 1
		case a.closes:
			return b.n - a.n
		}
		return a.n - b.n
	})
	var b bytes.Buffer
	at := 0
	for _, e := range es {
		b.Write(src[at:e.pos])
		b.WriteString(e.text)
		at = e.end
	}
	b.Write(src[at:])
	return b.Bytes()
}

// compiling returns the mutants that compile: those on a line with a type error
// are dropped.
func compiling(pattern, name string, ms []*mutant) ([]*mutant, map[string][]byte, error) {
	for {
		for i, m := range ms {
			m.id = i + 1
		}
		files, err := schemata(ms)
		if err != nil {
			return nil, nil, err
		}
		file, src, err := switchFile(name, ms)
		if err != nil {
			return nil, nil, err
		}
		files[file] = src
		ps, err := packages.Load(&packages.Config{Mode: mode, Overlay: files}, pattern)
		if err != nil {
			return nil, nil, err
		}
		bad := map[string]bool{}
		for _, e := range ps[0].Errors {
			file, rest, _ := strings.Cut(e.Pos, ".go:")
			line, _, _ := strings.Cut(rest, ":")
			bad[file+".go:"+line] = true
		}
		if len(bad) == 0 {
			return ms, files, nil
		}
		before := len(ms)
		ms = slices.DeleteFunc(ms, func(m *mutant) bool { return bad[lineOf(m)] })
		if len(ms) == before {
			return nil, nil, ps[0].Errors[0]
		}
	}
}
