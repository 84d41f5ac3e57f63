package resolve

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// selfID is the mark that {self} is in tmpl.
const selfID = 7

// tmpl reads a template: {x} is a hole, {self} a loop's mark, {x#} a number,
// (a{x}/,) a part that is repeated, a comma between the rounds.
func tmpl(s string) template.Template {
	var out template.Template
	for s != "" {
		i := strings.IndexAny(s, "{(")
		if i < 0 {
			return template.Concat(out, template.Lit(s))
		}
		out = template.Concat(out, template.Lit(s[:i]))
		end := strings.IndexByte(s, map[byte]byte{'{': '}', '(': ')'}[s[i]])
		inner := s[i+1 : end]
		name, isNumber := strings.CutSuffix(inner, "#")
		switch {
		case s[i] == '(':
			body, sep, _ := strings.Cut(inner, "/")
			out = template.Concat(out, repeat(set(body), sep)[0])
		case inner == "self":
			out = template.Concat(out, template.Of(template.SelfHole(selfID)))
		case isNumber:
			out = template.Concat(out, template.Of(&template.Hole{Expr: name, Type: "int", Form: template.FormInt, Origin: template.Origin{Kind: template.Local}}))
		default:
			out = template.Concat(out, template.Of(&template.Hole{Expr: inner, Type: "string", Origin: template.Origin{Kind: template.Local}}))
		}
		s = s[end+1:]
	}
	return out
}

// set reads templates that a bar is between.
func set(s string) template.Set {
	var out template.Set
	for alt := range strings.SplitSeq(s, "|") {
		out = append(out, tmpl(alt))
	}
	return out
}

// list reads items that blanks are between; one with a star stands for many.
func list(s string) template.List {
	out := template.List{}
	for item := range strings.FieldsSeq(s) {
		text, many := strings.CutSuffix(item, "*")
		out = append(out, template.Item{Value: template.TextValue(set(text)), Many: many})
	}
	return out
}

func lists(s string) []template.List {
	var out []template.List
	for l := range strings.SplitSeq(s, "|") {
		out = append(out, list(l))
	}
	return out
}

// show prints a value as tmpl, set and lists read it, with reasons.
func show(v template.Value) string {
	if v.Kind == template.IsList {
		var ls []string
		for _, l := range v.Lists {
			var items []string
			for _, it := range l {
				items = append(items, show(it.Value)+map[bool]string{true: "*"}[it.Many])
			}
			ls = append(ls, strings.Join(items, " "))
		}
		return strings.Join(ls, "|")
	}
	var alts []string
	for _, t := range v.Text {
		s := ""
		for _, p := range t {
			switch h := p.Hole; {
			case h == nil:
				s += p.Lit
			case h.Origin.Kind == template.Repeat:
				s += "(" + show(template.TextValue(h.Origin.Inputs[0]))
				if h.Origin.Sep != "" {
					s += "/" + h.Origin.Sep
				}
				s += ")"
			case h.Origin.Kind == template.Unk:
				s += "?" + h.Origin.Reason
			case h.Form == template.FormInt:
				s += "{" + h.Expr + "#}"
			default:
				s += "{" + h.Expr + "}"
			}
		}
		alts = append(alts, s)
	}
	slices.Sort(alts)
	return strings.Join(alts, "|")
}

func showSet(s template.Set) string { return show(template.TextValue(s)) }
