package registry_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// parse loads a registry whose keys are given, with a uuid tenant.
func parse(t *testing.T, more string) *registry.Registry {
	t.Helper()
	r, err := registry.Parse("registry.yaml", []byte("tenantkey: 1\n"+more))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// shape reads a template whose holes are {form}, numbered from 0.
func shape(s string) registry.Shape {
	var out registry.Shape
	for n := 0; s != ""; {
		lit, rest, found := strings.Cut(s, "{")
		if lit != "" {
			out = append(out, registry.ShapePart{Lit: lit, Hole: registry.Literal})
		}
		if !found {
			break
		}
		form, after, _ := strings.Cut(rest, "}")
		out = append(out, registry.ShapePart{Hole: n, Form: form})
		n, s = n+1, after
	}
	return out
}

// show prints covers: pattern(segment=fill!misfit …).
func show(cs []registry.Cover) string {
	var out []string
	for _, c := range cs {
		var fills []string
		for _, f := range c.Fills {
			text := ""
			for i, p := range f.Parts {
				if p.Hole == registry.Literal {
					if i > 0 && f.Parts[i-1].Hole == registry.Literal {
						text += "|" // literal text is in one piece
					}
					text += p.Lit
				} else {
					text += "{" + strconv.Itoa(p.Hole) + "}"
				}
			}
			if f.Misfit != "" {
				text += " (" + f.Misfit + ")"
			}
			fills = append(fills, f.Segment.Name+"="+text)
		}
		out = append(out, fmt.Sprintf("%s: %s", c.Pattern.Name, strings.Join(fills, ", ")))
	}
	return strings.Join(out, "; ")
}

const coverKeys = `
tenant:
  tenant_id: {is: uuid}
segments:
  id: int
  slug: slug
  range: '\d{4}\.\.\d{4}'
keys:
  project: project:{tenant_id}:{project_id}
  count: count:{tenant_id}:{id}
  years: years:{tenant_id}:{range}
  cart: '{{{tenant_id}}}:cart'
  two: two:{tenant_id}{id}
  word: word:{tenant_id}:{slug}
  flag: {key: 'flag:{name}', global: same for all}
`

func TestCover(t *testing.T) {
	r := parse(t, coverKeys)
	for _, c := range []struct{ shape, want string }{
		{"project:{}:{}", "project: tenant_id={0}, project_id={1}"},
		{"project:{uuid}:{int}", "project: tenant_id={0}, project_id={1}"},
		// An integer tenant fits in shape: enumerable must be able to say so.
		{"project:{uint}:{}", "project: tenant_id={0} (an unsigned integer is no uuid), project_id={1}"},
		{"project:{}", ""},
		{"project:{}:{}:members", ""}, // a text segment takes no ":"
		{"project:{}:{}-{}", "project: tenant_id={0}, project_id={1}-{2}"},
		{"project:{}:all", "project: tenant_id={0}, project_id=all"},
		{"count:{}:all", ""}, // all is no integer
		{"count:{}:42", "count: tenant_id={0}, id=42"},
		{"count:{}:x{}", ""}, // no integer begins with x
		{"count:{}:4{uuid}", "count: tenant_id={0}, id=4{1} (this text is no integer)"},
		{"years:{}:{int}..{int}", "years: tenant_id={0}, range={1}..{2}"},
		{"years:{}:20{}..{}", "years: tenant_id={0}, range=20{1}..{2}"},
		{"{{}:cart", ""},
		{"{}:{}", ""}, // a hole never stands for literal text
		{"project:{}:all-{}-of:", ""},
		{"project:{}:all-{}", "project: tenant_id={0}, project_id=all-{1}"},
		{"years:{}:{bool}", "years: tenant_id={0}, range={1} (a bool does not match \\d{4}\\.\\.\\d{4})"},
		{"word:{}:{float}", "word: tenant_id={0}, slug={1}"},
		{"word:{}:{quoted}", "word: tenant_id={0}, slug={1} (quoted text is no slug)"},
		{"two:{}{}", "two: tenant_id={0}, id={1}"},
		{"two:{uuid}{int}{int}", "two: tenant_id={0}, id={1}{2}"},
		{"two:{}", ""},
		{"flag:beta", "flag: name=beta"},
		{"flag:", ""},
		{"flag:{bool}", "flag: name={0}"},
		{"", ""},
	} {
		if got := show(r.Cover(shape(c.shape))); got != c.want {
			t.Errorf("Cover(%q) = %q, want %q", c.shape, got, c.want)
		}
	}
}

func TestCoverLiteralBraces(t *testing.T) {
	r := parse(t, coverKeys)
	s := registry.Shape{{Lit: "{", Hole: registry.Literal}, {Hole: 7}, {Lit: "}:", Hole: registry.Literal}, {Lit: "cart", Hole: registry.Literal}}
	if got, want := show(r.Cover(s)), "cart: tenant_id={7}"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A text segment takes no separator that stands before or behind it.
func TestCoverSeparators(t *testing.T) {
	r := parse(t, "tenant: {t: {}}\nkeys:\n  p: 'p:{t}/{y}'\n")
	for _, c := range []struct{ shape, want string }{
		{"p:{}/{}", "p: t={0}, y={1}"},
		{"p:{}-b/{}", "p: t={0}-b, y={1}"},
		{"p:{}/b:{}", "p: t={0}, y=b:{1}"},
		{"p:{}:b/{}", ""},
		{"p:{}/b/{}", ""},
	} {
		if got := show(r.Cover(shape(c.shape))); got != c.want {
			t.Errorf("Cover(%q) = %q, want %q", c.shape, got, c.want)
		}
	}
}

// Long shapes are looked at within a bound, and give no cover past it.
func TestCoverBounds(t *testing.T) {
	r := parse(t, "tenant: {t: {}}\nkeys:\n  a: '{t}{b}{c}{d}{e}{f}'\n")
	if got := r.Cover(shape(strings.Repeat("{}", registry.MaxShape+1))); got != nil {
		t.Errorf("a shape past the bound is covered: %v", show(got))
	}
	if got := r.Cover(shape(strings.Repeat("{}", 60))); len(got) != 1 {
		t.Errorf("sixty holes in six segments: %v", show(got))
	}
	r.Cover(shape(strings.Repeat("{}", registry.MaxShape))) // must return
}

func TestMatch(t *testing.T) {
	r := parse(t, coverKeys+"  projects: project:{tenant_id}:all:{x}\n")
	const u = "0f8fad5b-d9cb-469f-a165-70867728950e"
	for _, c := range []struct{ key, want string }{
		{"project:" + u + ":1041", "project"},
		{"project:" + u + ":all:9", "projects"}, // the one with more literal text
		{"project:" + u + ":", ""},
		{"project:1041", ""},
		{"project:17:1041", ""},
		{"count:" + u + ":-5", "count"},
		{"count:" + u + ":5x", ""},
		{"{" + u + "}:cart", "cart"},
		{u + ":cart", ""},
		{"flag:a:b\n", "flag"},
		{"", ""},
	} {
		got := ""
		if p, ok := r.Match(c.key); ok {
			got = p.Name
		}
		if got != c.want {
			t.Errorf("Match(%q) = %q, want %q", c.key, got, c.want)
		}
	}
}

// Every form that a template's hole can have is known here: one that is not
// would be taken for free text.
func TestForms(t *testing.T) {
	for _, f := range []template.Form{
		template.FormText, template.FormInt, template.FormUint, template.FormFloat, template.FormBool, template.FormUUID,
		template.FormHex, template.FormBase64, template.FormQuoted, template.FormEscape, template.FormTime, template.FormFixed,
	} {
		if !slices.Contains(registry.Forms(), string(f)) {
			t.Errorf("form %q is not known", f)
		}
	}
}

func TestNearest(t *testing.T) {
	r := parse(t, coverKeys)
	for _, c := range []struct{ shape, want string }{
		{"project:{}", "project"},
		{"projects:{}:{}", "project"},
		{"proj:{}:{}", "project"},
		{"count:{}", "count"},
		{"project:{}:{}:members", "project"},
		{"{{}}:carts", "cart"},
		{"something:else:entirely:{}:and:{}", ""},
		{"flags:{}:x", "flag"}, // half of it
		{"flag:", "flag"},
		{"flag", ""},                 // two thirds
		{"totals:{}:{}", "project"},  // the first of three
		{"totals:{}:x", ""},          // begins otherwise, and more than a third
		{"project-{}-{}", "project"}, // a separator is changed for another
		{"project-{}-{}-x", ""},
		{"project:all:x", "project"},  // words stand where segments are
		{"years:{}", "years"},         // flag:{} is nearer, and begins otherwise
		{"count:{}:{}:a:b:c:d:e", ""}, // more than half
		{"{}", ""},
		{"", ""},
	} {
		got := ""
		if p := r.Nearest(shape(c.shape)); p != nil {
			got = p.Name
		}
		if got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.shape, got, c.want)
		}
	}
}

// A shape may be one hole, or one rune.
func TestCoverOne(t *testing.T) {
	r := parse(t, "tenant: {t: {}}\nkeys:\n  whole: '{t}'\n  x: {key: x, global: same for all}\n")
	for shapeOf, want := range map[string]string{"{}": "whole: t={0}", "x": "whole: t=x; x: ", "y": "whole: t=y"} {
		if got := show(r.Cover(shape(shapeOf))); got != want {
			t.Errorf("Cover(%q) = %q, want %q", shapeOf, got, want)
		}
	}
}
