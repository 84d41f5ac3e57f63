package analyzer

import (
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/template"
)

// fixes returns the edit that adds the tenant to a key, when a tenant is in
// scope where the key is put together and the key with it is proved to fit a
// registered pattern. A key that can have several shapes, or to which a wrapper
// adds more, is left to the reader.
func (o *origins) fixes(p *policy, j *judgement) []analysis.SuggestedFix {
	if !j.problem.fixable || len(j.full) != 1 || j.full.String() != j.use.Key.String() {
		return nil
	}
	e := o.expr(j.use)
	if e == nil {
		return nil
	}
	ps, ok := piecesOf(o.pass, e)
	if !ok || ps.flat() != flatTemplate(j.full[0]) {
		return nil
	}
	for _, v := range o.tenantsInScope(p, e) {
		for _, at := range places(ps.flat()) {
			t := insert(j.full[0], at, v.hole)
			if f := p.fit(t); f.fitness != fitTenant || f.pattern.Global != "" {
				continue
			}
			if edits, ok := ps.insert(at, v); ok {
				return []analysis.SuggestedFix{{Message: fmt.Sprintf("Add %s to the key", v.expr), TextEdits: edits}}
			}
		}
	}
	return nil
}

// A hole in a flat text is this rune: keys are UTF-8, so no text has it.
const holeMark = '\x00'

// flatTemplate prints t with each hole as a holeMark.
func flatTemplate(t template.Template) string {
	var b strings.Builder
	for _, part := range t {
		if part.Hole != nil {
			b.WriteRune(holeMark)
		} else {
			b.WriteString(part.Lit)
		}
	}
	return b.String()
}

// An insertion is a place in a flat text for a hole, with the separator that
// stands before it (at the key's end) or after it.
type insertion struct {
	offset        int
	before, after string
}

// separators are what segments are kept apart by. None needs escaping in a Go
// literal or a format.
const separators = ":/|-_.,;#@~+="

// places returns where another segment can go: after each separator, with the
// same separator behind it; at the end, behind the separator that comes last;
// and at the start.
func places(flat string) []insertion {
	var out []insertion
	last := ""
	for i, r := range flat {
		if !strings.ContainsRune(separators, r) {
			continue
		}
		last = string(r)
		if end := i + len(last); end < len(flat) {
			out = append(out, insertion{end, "", last})
		}
	}
	if last == "" {
		last = ":"
	}
	return append(out, insertion{len(flat), last, ""}, insertion{0, "", last})
}

// insert returns t with a hole and its separator at a place of its flat text.
func insert(t template.Template, at insertion, h *template.Hole) template.Template {
	mid := template.Concat(template.Lit(at.before), template.Of(h), template.Lit(at.after))
	var before, after template.Template
	offset := 0
	for _, part := range t {
		n := 1
		if part.Hole == nil {
			n = len(part.Lit)
		}
		switch {
		case offset+n <= at.offset:
			before = append(before, part)
		case offset >= at.offset:
			after = append(after, part)
		default:
			before = append(before, template.Part{Lit: part.Lit[:at.offset-offset]})
			after = append(after, template.Part{Lit: part.Lit[at.offset-offset:]})
		}
		offset += n
	}
	return template.Concat(before, mid, after)
}
