package analyzer

import (
	"go/ast"
	"testing"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/template"
)

func TestDirectiveText(t *testing.T) {
	for text, want := range map[string]string{
		"//tenantkey:global the price list": "the price list", "//tenantkey:global\tthe price list ": "the price list", "//tenantkey:global": "", "//tenantkey:global ": "",
		"//tenantkey:global // todo": "", "//tenantkey:global why // todo": "why", "//tenantkey:global see https://example.com": "see https://example.com",
	} {
		d := (&directives{}).parse(&ast.Comment{Slash: 1, Text: text})
		if d == nil || d.reason != want {
			t.Errorf("%q: %+v, want the reason %q", text, d, want)
		}
	}
	for _, text := range []string{"//tenantkey:globally so", "// tenantkey:global why", "//tenantkey:all why", "/*tenantkey:global why*/"} {
		if d := (&directives{}).parse(&ast.Comment{Slash: 1, Text: text}); d != nil {
			t.Errorf("%q is a directive: %+v", text, d)
		}
	}
}

const directed = `package p

func use(v any) {}

// f has a key.
//
//tenantkey:global the whole function
func f() {
	use(1)
	use(2)
}

func g() {
	use(3)
	//tenantkey:global the next line
	use(4)
	use(5) //tenantkey:global its own line
	use(6)
	use(7)

	//tenantkey:global behind a run
	// of comments
	use(8)
	use(9)
	//tenantkey:global
	use(10)
}
`

// A directive speaks for its line and the next one, or for the function that
// it stands at; it is used where it accepts something.
func TestDirectiveLines(t *testing.T) {
	s := sourceOf(t, directed)
	ds := directivesOf(s.pass)
	want := map[string]bool{"1": true, "2": true, "3": false, "4": true, "5": true, "6": true, "7": false, "8": true, "9": false, "10": false}
	bad := &judgement{problem: &problem{}}
	for _, e := range s.marked() {
		for why, u := range map[string]*keyuse.Use{
			"the place": {}, "the key": {KeyPos: e.Pos(), KeyEnd: e.End()}, "the call": {Pos: e.Pos(), End: e.End()},
		} {
			at := place{}
			if why == "the place" {
				at = place{e.Pos(), e.End()}
			}
			if got := ds.accepts(u, at, bad); got != want[s.textOf(e)] {
				t.Errorf("use(%s), by %s: %v", s.textOf(e), why, got)
			}
		}
	}
	used := 0
	for _, d := range ds.all {
		if d.used {
			used++
		}
	}
	if len(ds.all) != 5 || used != 4 {
		t.Errorf("%d directives, %d of them used", len(ds.all), used)
	}
}

// What there is to accept.
func TestDirectiveIsUsed(t *testing.T) {
	global := []alternative{{fit: fit{fitness: fitGlobal}}}
	for _, c := range []struct {
		why  string
		j    *judgement
		want bool
	}{
		{"a finding", &judgement{problem: &problem{}, reading: reading{verdict: Yes}}, true},
		{"a key without a tenant", &judgement{reading: reading{verdict: No}}, true},
		{"a key that is not known", &judgement{reading: reading{verdict: Unknown}}, true},
		{"a key with its tenant", &judgement{reading: reading{verdict: Yes}}, false},
		{"a key that is registered as global", &judgement{reading: reading{verdict: No}, alts: global}, false},
	} {
		s := sourceOf(t, directed)
		ds := directivesOf(s.pass)
		e := s.marked()[3]
		if !ds.accepts(&keyuse.Use{}, place{e.Pos(), e.End()}, c.j) {
			t.Errorf("%s is not accepted", c.why)
		}
		for _, d := range ds.all {
			if d.used != (c.want && d.reason == "the next line") {
				t.Errorf("%s: %q is used: %v", c.why, d.reason, d.used)
			}
		}
	}
}

// What is text of the request alone.
func TestKeytrustWords(t *testing.T) {
	header := hole("h", template.Local).Known(ev(template.ByFunc, "(net/http.Header).Get", 0))
	query := hole("q", template.Local).Known(ev(template.ByFunc, "(*net/http.Request).FormValue", 0))
	field := hole("r.Host", template.Field).Known(ev(template.ByField, "net/http.Request.Host", 0))
	ctxHeader := hole("v", template.Local).Known(ev(template.ByFunc, "(context.Context).Value", 0), named("X-Cache-Key"))
	ctxOther := hole("v", template.Local).Known(ev(template.ByFunc, "(context.Context).Value", 0), named("cacheKey"))
	named1 := hole("v", template.Local).Known(named("x-cache-key"))
	id := hole("id", template.Param)
	for _, c := range []struct {
		why  string
		key  template.Template
		want bool
	}{
		{"a header alone", key(header), true},
		{"a header behind a word", key("cache:", header), true},
		{"a header behind a separator", key(":", header), true},
		{"a query alone", key(query), true},
		{"a query behind a word", key("item:", query), false},
		{"a query behind a separator", key("/", query), true},
		{"a field of the request", key(field), true},
		{"two parts of it", key(query, ":", field), true},
		{"something else with it", key(query, ":", id), false},
		{"a header in the context", key("k:", ctxHeader), true},
		{"another value of the context", key(ctxOther), false},
		{"a variable called so", key(named1), false},
		{"text", key("k"), false},
	} {
		got := wholeRequest(c.key)
		if (got != nil) != c.want || c.want && got != c.key.Holes()[0] {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}
