package resolve

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"html"
	"net/url"
	"path"
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
		return strings.ReplaceAll(s, a[0], a[1]), true
	},
	template.Replacer: func(s string, a []string) (string, bool) {
		return strings.NewReplacer(a...).Replace(s), true
	},
	"hex":               func(s string, _ []string) (string, bool) { return hex.EncodeToString([]byte(s)), true },
	"%x":                func(s string, a []string) (string, bool) { return formatText("%x", s, a) },
	"%X":                func(s string, a []string) (string, bool) { return formatText("%X", s, a) },
	"html.EscapeString": func(s string, _ []string) (string, bool) { return html.EscapeString(s), true },
}

// wholeSteps are those that see where the text begins and ends.
var wholeSteps = map[string]func(s string, args []string) (string, bool){
	"strconv.Quote":      quote,
	"%q":                 quote,
	inBase:               numberIn,
	"path.Base":          func(s string, _ []string) (string, bool) { return path.Base(s), true },
	"path.Clean":         func(s string, _ []string) (string, bool) { return path.Clean(s), true },
	"strings.TrimSpace":  func(s string, _ []string) (string, bool) { return strings.TrimSpace(s), true },
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
		n, err := strconv.Atoi(a[2])
		return strings.Replace(s, a[0], a[1], n), err == nil
	},
}

func one(f func(s, arg string) string) func(string, []string) (string, bool) {
	return func(s string, a []string) (string, bool) {
		return f(s, a[0]), true
	}
}

// inBase is the step that prints a number in the base Args[0].
const inBase = "strconv.FormatInt"

func numberIn(s string, a []string) (string, bool) {
	base, err := strconv.Atoi(a[0])
	if err != nil || base < 2 || base > 36 {
		return "", false
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return strconv.FormatInt(n, base), true
	}
	n, err := strconv.ParseUint(s, 10, 64)
	return strconv.FormatUint(n, base), err == nil
}

// quote quotes text; of a part that stands between quotes already, what is in
// between.
func quote(s string, a []string) (string, bool) {
	q := strconv.Quote(s)
	if len(a) > 0 {
		q = q[1 : len(q)-1]
	}
	return q, true
}

// encodings are the steps of the packages base64 and base32.
var encodings = map[string]interface{ EncodeToString([]byte) string }{
	"encoding/base64.StdEncoding": base64.StdEncoding, "encoding/base64.RawStdEncoding": base64.RawStdEncoding,
	"encoding/base64.URLEncoding": base64.URLEncoding, "encoding/base64.RawURLEncoding": base64.RawURLEncoding,
	"encoding/base32.StdEncoding": base32.StdEncoding, "encoding/base32.HexEncoding": base32.HexEncoding,
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
		if done, ok := stepText(st, text); ok {
			return template.Lit(done)
		}
		return derivedBy(st, form, t)
	}
	if f, ok := steps[st.Func]; ok {
		return stepParts(st, form, t, f)
	}
	switch {
	case st.Func == "strconv.Quote" || st.Func == "%q":
		inner := template.Step{Func: st.Func, Args: []string{"between quotes"}}
		return template.Concat(template.Lit(`"`), stepParts(inner, form, t, quote), template.Lit(`"`))
	case strings.HasPrefix(st.Func, "strings.Trim") && wholeSteps[st.Func] != nil:
		return trimTemplate(st, t)
	case len(t) == 1 || keeps(st.Func):
		return notedAll(st, form, t)
	}
	return derivedBy(st, form, t)
}

// stepText does a step on text that is all known.
func stepText(st template.Step, text string) (string, bool) {
	for _, table := range []map[string]func(string, []string) (string, bool){steps, wholeSteps} {
		if f, ok := table[st.Func]; ok {
			return f(text, st.Args)
		}
	}
	if e, ok := encodings[st.Func]; ok {
		return e.EncodeToString([]byte(text)), true
	}
	if strings.HasPrefix(st.Func, "%") {
		return formatText(st.Func, text, st.Args)
	}
	return text, keeps(st.Func)
}

// changing are the steps that change text, and are not done here.
var changing = map[string]bool{
	"string": true, "slice": true, "strings.Title": true, "strings.ToTitle": true, "strings.Map": true, "strings.TrimFunc": true,
	"bytes.Map": true, "bytes.TrimFunc": true, "(*strings.Replacer).Replace": true, template.Piece: true, "base64": true,
}

// keeps reports whether a step leaves text as it is: methods by which types
// give their text, functions that read it, conversions.
func keeps(name string) bool {
	return wholeSteps[name] == nil && !changing[name] && !strings.Contains(name, "encoding/") && !strings.HasPrefix(name, "%")
}

// derivedBy is the hole that a step makes of a template, when it can't be done.
func derivedBy(st template.Step, form template.Form, t template.Template) template.Template {
	return template.Of(&template.Hole{
		Expr: st.Func + "(" + clip(strings.Trim(t.String(), "{}"), maxShown) + ")", Type: "string", Form: form,
		Origin: template.Origin{Kind: template.Result, Name: st.Func, Inputs: []template.Set{template.One(t)}},
	})
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
