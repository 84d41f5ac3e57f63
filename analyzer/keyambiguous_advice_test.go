package analyzer

import (
	"encoding/hex"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// What the functions of the standard library make of each byte is of the form
// that is taken for it, and the form has no more separators than they leave.
func TestEscapedForms(t *testing.T) {
	for is, escape := range map[string]func(string) string{
		pathEscaped: url.PathEscape, queryEscaped: url.QueryEscape, quotedText: strconv.Quote,
		hexadecimal: func(s string) string { return hex.EncodeToString([]byte(s)) },
	} {
		form := regexp.MustCompile("^(?:" + is + ")$")
		var left strings.Builder
		for b := byte(0); ; b++ {
			out := escape(string([]byte{b}))
			left.WriteString(out)
			if !form.MatchString(out) {
				t.Errorf("%q becomes %q, which is not %s", b, out, is)
			}
			if b == 255 {
				break
			}
		}
		if is == quotedText {
			continue
		}
		for _, c := range "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" {
			if form.MatchString(string(c)) != strings.ContainsRune(left.String(), c) {
				t.Errorf("%s matches %q: %t", is, c, form.MatchString(string(c)))
			}
		}
	}
}

// What is advised for two free texts around a separator.
func TestAdvice(t *testing.T) {
	for sep, want := range map[string]string{
		"/":  "quote a (%q), escape a (url.PathEscape) or use a struct key",
		"|":  "quote a (%q), escape a (url.PathEscape) or use a struct key",
		":":  "quote a (%q), escape a (url.QueryEscape) or use a struct key",
		"=":  "quote a (%q), escape a (url.QueryEscape) or use a struct key",
		"-":  "quote a (%q), write a in hexadecimal (%x) or use a struct key",
		"_":  "quote a (%q), write a in hexadecimal (%x) or use a struct key",
		".":  "quote a (%q), write a in hexadecimal (%x) or use a struct key",
		"":   "put a separator between the parts, quote a (%q) or use a struct key",
		"ab": "quote a (%q) or use a struct key", // these are digits of hexadecimal text
	} {
		a, b := &template.Hole{Expr: "a"}, &template.Hole{Expr: "b"}
		amb := &ambiguity{free: []*template.Hole{a, b}, parts: []element{
			{AmbPart: registry.AmbPart{Name: "a", Marked: true}, hole: a},
			{AmbPart: registry.AmbPart{Name: "b", Marked: true}, hole: b},
		}}
		if sep != "" {
			amb.parts = []element{amb.parts[0], {AmbPart: registry.AmbPart{Lit: sep}}, amb.parts[1]}
		}
		if got := amb.advice(); got != want {
			t.Errorf("%q: got %s, want %s", sep, got, want)
		}
	}
}

// Two parts around a colon, each treated as the steps say.
func TestReplaced(t *testing.T) {
	step := func(old, text string) template.Step {
		return template.Step{Func: "strings.ReplaceAll", Args: []string{old, text}}
	}
	for _, c := range []struct {
		via    []template.Step
		shared bool
	}{
		{nil, true},
		{[]template.Step{step(":", "_")}, false},
		{[]template.Step{step(":", "")}, false},
		{[]template.Step{step("_", ":")}, true},
		{[]template.Step{step(":", "::")}, true}, // "a:" and "b", "a" and ":b"
		{[]template.Step{step(":", `\:`)}, true}, // `a\` and `b:c`, `a:b\` and `c`
		{[]template.Step{step(`\`, `\\`), step(":", `\:`)}, false},
		{[]template.Step{step(":", `\:`), step(`\`, `\\`)}, true},
		{[]template.Step{step("%", "%25"), step(":", "%3A")}, false},
		{[]template.Step{step(":", "%"), step("%", ":")}, true},
		{[]template.Step{step(":", "-"), step("ab", ":")}, true},
	} {
		is := replaced(c.via)
		a := registry.AmbPart{Name: "a", Is: is, Marked: true}
		b := registry.AmbPart{Name: "b", Is: is, Marked: true}
		got, decided := registry.Ambiguous([]registry.AmbPart{a, {Lit: ":"}, b})
		if !decided || (got != nil) != c.shared {
			t.Errorf("%v: %s: %v %t", c.via, is, got, decided)
		}
	}
}
