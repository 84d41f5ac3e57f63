package resolve

import (
	"fmt"
	"go/constant"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Formats that are parameters, operands that are handed on, and what is printed
// of known values.

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
// for which are handed on, when all else is text of the function's own: as Go
// has it, the parameter right before them, or else the only one.
//
//	fmt.Sprintf(c.prefix+":"+format, args...)
func formatPart(format template.Template, ops []operand) int {
	if len(ops) != 1 || !ops[0].many {
		return -1
	}
	args, _ := ops[0].value.Hole()
	at, n := -1, 0
	for i, p := range format {
		switch {
		case p.Hole == nil && strings.Contains(p.Lit, "%"):
			return -1
		case p.Hole != nil && p.Hole.Origin.Kind == template.Param && p.Hole.Origin.Index != template.Recv && len(p.Hole.Via) == 0:
			if args != nil && args.Origin.Owner == p.Hole.Origin.Owner && args.Origin.Index == p.Hole.Origin.Index+1 {
				return i
			}
			at = i
			n++
		}
	}
	if n > 1 {
		return -1
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

// formatConst formats a numeric or boolean constant as fmt does.
func formatConst(text string, c constant.Value, t types.Type) (string, bool) {
	switch c.Kind() {
	case constant.Bool:
		return fmt.Sprintf(text, constant.BoolVal(c)), true
	case constant.Int:
		if t != nil && !isNumeric(t) {
			return "", false
		}
		if n, ok := constant.Int64Val(c); ok {
			return fmt.Sprintf(text, n), true
		}
	case constant.Float:
		return fmt.Sprintf(text, floating(c, t)), true
	}
	return "", false
}

func isNumeric(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

// numeric is the argument of the step of a verb that prints a number.
const numeric = "number"

// formatText formats known text under a verb, for strings or for numbers.
func formatText(verb, s string, args []string) (string, bool) {
	if slices.Contains(args, numeric) {
		n, err := strconv.ParseInt(s, 10, 64)
		return fmt.Sprintf(verb, n), err == nil
	}
	switch verb[len(verb)-1] {
	case 's', 'v', 'q', 'x', 'X':
		return fmt.Sprintf(verb, s), true
	}
	return "", false
}
