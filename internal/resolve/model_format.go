package resolve

import (
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Formats that are parameters, and operands that are handed on.

// formatHole is what is printed with a format that is a parameter: callers put
// in what they write there.
//
//	func Key(format string, args ...any) string { return "app:" + fmt.Sprintf(format, args...) }
func (r *Resolver) formatHole(format *template.Hole, ops []operand) *template.Hole {
	h := format.With(template.Step{Func: template.PrintFunc}, template.FormText)
	h.Origin.Inputs = nil
	for _, op := range ops {
		in := r.KeyText(op.value, nil)
		if op.many {
			in = repeat(in, "")
		}
		h.Origin.Inputs = append(h.Origin.Inputs, in)
	}
	return h
}

// formatPart returns the index of the parameter in a format that operands are
// for which are handed on, when all else is text of the function's own:
//
//	fmt.Sprintf(c.prefix+":"+format, args...)
func formatPart(format template.Template, ops []operand) int {
	if len(ops) != 1 || !ops[0].many {
		return -1
	}
	at := -1
	for i, p := range format {
		switch {
		case p.Hole == nil && strings.Contains(p.Lit, "%"):
			return -1
		case p.Hole != nil && p.Hole.Origin.Kind == template.Param && p.Hole.Origin.Index != template.Recv && len(p.Hole.Via) == 0:
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// Nth returns element i of a list of which v is an element.
func Nth(v template.Value, i int) template.Value {
	h, ok := v.Hole()
	if !ok || h.Origin.Kind != template.Param || len(h.Origin.Path) == 0 || h.Origin.Path[len(h.Origin.Path)-1] != template.Element {
		return v
	}
	c := *h
	c.Origin.Path = append(h.Origin.Path[:len(h.Origin.Path)-1:len(h.Origin.Path)-1], template.ElementAt(i))
	c.Expr = strings.TrimSuffix(h.Expr, template.Element) + template.ElementAt(i)
	return template.TextValue(template.HoleSet(&c))
}
