package resolve

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tenantkey/tenantkey/internal/template"
)

func itoa(n int) string { return strconv.Itoa(n) }

// steps do on known text what the functions of that name do, so that a literal
// that a caller passes through strings.ToLower stays a literal. Those that
// only make sense for text as a whole are in wholeSteps.
var steps = map[string]func(s string, args []string) (string, bool){
	"strings.ToLower": func(s string, _ []string) (string, bool) { return strings.ToLower(s), true },
	"strings.ToUpper": func(s string, _ []string) (string, bool) { return strings.ToUpper(s), true },
	"url.PathEscape":  func(s string, _ []string) (string, bool) { return url.PathEscape(s), true },
	"url.QueryEscape": func(s string, _ []string) (string, bool) { return url.QueryEscape(s), true },
	"strings.ReplaceAll": func(s string, a []string) (string, bool) {
		if len(a) != 2 {
			return "", false
		}
		return strings.ReplaceAll(s, a[0], a[1]), true
	},
	template.Replacer: func(s string, a []string) (string, bool) {
		if len(a)%2 != 0 {
			return "", false
		}
		return strings.NewReplacer(a...).Replace(s), true
	},
	"hex": func(s string, _ []string) (string, bool) { return hexText(s), true },
}

// wholeSteps are those that see where the text begins and ends.
var wholeSteps = map[string]func(s string, args []string) (string, bool){
	"strconv.Quote":      func(s string, _ []string) (string, bool) { return strconv.Quote(s), true },
	"strings.TrimSpace":  func(s string, _ []string) (string, bool) { return strings.TrimSpace(s), true },
	"strings.Title":      func(string, []string) (string, bool) { return "", false },
	"strings.Trim":       one(strings.Trim),
	"strings.TrimLeft":   one(strings.TrimLeft),
	"strings.TrimRight":  one(strings.TrimRight),
	"strings.TrimPrefix": one(strings.TrimPrefix),
	"strings.TrimSuffix": one(strings.TrimSuffix),
	"strings.Repeat": func(s string, a []string) (string, bool) {
		n, err := strconv.Atoi(a[0])
		if err != nil || n < 0 || n*len(s) > template.MaxText {
			return "", false
		}
		return strings.Repeat(s, n), true
	},
	"strings.Replace": func(s string, a []string) (string, bool) {
		if len(a) != 3 {
			return "", false
		}
		n, err := strconv.Atoi(a[2])
		return strings.Replace(s, a[0], a[1], n), err == nil
	},
}

func one(f func(s, arg string) string) func(string, []string) (string, bool) {
	return func(s string, a []string) (string, bool) {
		if len(a) != 1 {
			return "", false
		}
		return f(s, a[0]), true
	}
}

func hexText(s string) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteByte(digits[s[i]>>4])
		b.WriteByte(digits[s[i]&15])
	}
	return b.String()
}

// applyStep applies a step to every template of a set: to literal text by
// doing it, to holes by noting it. A step that works on the whole text is
// noted on a template that has holes only where that says something: trimming
// "a:{id}" is left as it is, since what it trims is not known.
func applyStep(st template.Step, form template.Form, s template.Set) template.Set {
	out := make(template.Set, 0, len(s))
	for _, t := range s {
		out = append(out, stepTemplate(st, form, t))
	}
	return template.Join(out)
}

func stepTemplate(st template.Step, form template.Form, t template.Template) template.Template {
	if text, ok := t.Text(); ok {
		for _, table := range []map[string]func(string, []string) (string, bool){steps, wholeSteps} {
			if f, ok := table[st.Func]; ok {
				if done, ok := f(text, st.Args); ok {
					return template.Lit(done)
				}
			}
		}
		if strings.HasPrefix(st.Func, "%") {
			if done, ok := formatText(st.Func, text); ok {
				return template.Lit(done)
			}
		}
		return t
	}
	if f, ok := steps[st.Func]; ok {
		return stepParts(st, form, t, f)
	}
	switch {
	case st.Func == "strconv.Quote" || st.Func == "%q":
		return template.Concat(template.Lit(`"`), notedAll(st, form, t), template.Lit(`"`))
	case strings.HasPrefix(st.Func, "strings.Trim"):
		return trimTemplate(st, t)
	}
	return notedAll(st, form, t)
}

// trimTemplate trims what is certain: literal text at an end of the template.
func trimTemplate(st template.Step, t template.Template) template.Template {
	if len(t) == 1 {
		return notedAll(st, template.FormText, t)
	}
	out := slices.Clone(t)
	last := len(t) - 1
	trim := func(name string) func(string) (string, bool) {
		return func(s string) (string, bool) { return wholeSteps[name](s, st.Args) }
	}
	left, right := trims(st.Func, trim)
	if left != nil && t[0].Hole == nil {
		if s, ok := left(t[0].Lit); ok {
			out[0].Lit = s
		}
	}
	if right != nil && t[last].Hole == nil {
		if s, ok := right(t[last].Lit); ok {
			out[last].Lit = s
		}
	}
	return template.Concat(out)
}

// trims returns what a trimming function does to the text at each end, nil
// when nothing.
func trims(name string, by func(string) func(string) (string, bool)) (left, right func(string) (string, bool)) {
	space := func(f func(string, func(rune) bool) string) func(string) (string, bool) {
		return func(s string) (string, bool) { return f(s, unicode.IsSpace), true }
	}
	switch name {
	case "strings.TrimPrefix", "strings.TrimLeft":
		return by(name), nil
	case "strings.TrimSuffix", "strings.TrimRight":
		return nil, by(name)
	case "strings.Trim":
		return by("strings.TrimLeft"), by("strings.TrimRight")
	case "strings.TrimSpace":
		return space(strings.TrimLeftFunc), space(strings.TrimRightFunc)
	}
	return nil, nil
}

func stepParts(st template.Step, form template.Form, t template.Template, f func(string, []string) (string, bool)) template.Template {
	var out []template.Template
	for _, p := range t {
		if p.Hole != nil {
			out = append(out, template.Of(noted(st, form, p.Hole)))
			continue
		}
		done, ok := f(p.Lit, st.Args)
		if !ok {
			done = p.Lit
		}
		out = append(out, template.Lit(done))
	}
	return template.Concat(out...)
}

func notedAll(st template.Step, form template.Form, t template.Template) template.Template {
	out := make(template.Template, len(t))
	for i, p := range t {
		out[i] = p
		if p.Hole != nil {
			out[i].Hole = noted(st, form, p.Hole)
		}
	}
	return out
}

// noted notes a step on a hole. The form stays when the step can't change what
// the hole's text looks like: lower case of an integer.
func noted(st template.Step, form template.Form, h *template.Hole) *template.Hole {
	if h.IsAnySelf() || h.Origin.Kind == template.Unk {
		return h
	}
	if form == template.FormText && h.Form != template.FormText && h.Form != template.FormBase64 {
		form = h.Form
	}
	return h.With(st, form)
}

// fixedWidth reports whether a width and a zero flag make a verb fixed: %08x.
func fixedWidth(verb string) bool {
	return utf8.RuneCountInString(verb) > 3 && verb[1] == '0'
}
