package registry_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/registry"
)

// amb reads a key whose holes are {form} or {=expression}, an ! marking it.
func amb(s string) []registry.AmbPart {
	var out []registry.AmbPart
	for n := 0; s != ""; n++ {
		lit, rest, found := strings.Cut(s, "{")
		if lit != "" {
			out = append(out, registry.AmbPart{Lit: lit})
		}
		if !found {
			break
		}
		form, after, _ := strings.Cut(rest, "}")
		p := registry.AmbPart{Name: string(rune('p' + n))}
		form, p.Marked = strings.CutSuffix(form, "!")
		if is, ok := strings.CutPrefix(form, "="); ok {
			p.Is = is
		} else {
			p.Form = form
		}
		out = append(out, p)
		s = after
	}
	return out
}

func TestAmbiguous(t *testing.T) {
	for _, c := range []struct{ key, want string }{
		{"{}-{}", "a-b-c: p=a q=b-c; p=a-b q=c"},
		{"{}", ""},
		{"k:{}", ""},
		{"{int}:{int}", ""},
		{"{int}{int}", "123: p=1 q=23; p=12 q=3"},
		{"{uuid}{}", ""},
		{"{}{uuid}", ""},
		{"{}:{int}", ""},         // the last ":" parts them
		{"{int}:{}:{int}", ""},   // from both ends
		{"{}:{uuid}:{}", "?"},    // a uuid in the text: long, but there
		{"{quoted}{quoted}", ""}, // %q%q: no quote inside is bare
		{"{quoted}:{}", ""},
		{"{escape}/{escape}", ""},
		{"{escape}:{escape}", "a:b:c: p=a q=b:c; p=a:b q=c"}, // PathEscape leaves ":"
		{"{hex}.{hex}", ""},
		{"{base64}.{}", ""},
		{"{bool}{bool}", ""},
		{"{=v[0-9]}{}", ""},
		{"{=slug}:{}", ""},
		{"{=slug}{=slug}", "abc: p=a q=bc; p=ab q=c"},
		{"{}\x00{=[^\x00]*}", ""},
		{"{!}:{}:{int}", "a:b:c:1: p=a q=b:c r=1; p=a:b q=c r=1"},
		{"{}:{}:{int!}", ""}, // whatever the texts are, the number is one
		{"{!}{int}:{}", "?"},
		{"a{fixed}b{time}", "?"},
		{"{=[}", "undecided"},
	} {
		col, decided := registry.Ambiguous(amb(c.key))
		got := ""
		switch {
		case !decided:
			got = "undecided"
		case col != nil:
			got = fmt.Sprintf("%s: %s; %s", col.Key, join(col.Sides[0]), join(col.Sides[1]))
		}
		if c.want == "?" {
			if col == nil {
				t.Errorf("%s: called unambiguous", c.key)
			} else if join(col.Sides[0]) == join(col.Sides[1]) || spell(c.key, col.Sides[0]) != col.Key || spell(c.key, col.Sides[1]) != col.Key {
				t.Errorf("%s: %s is no counter-example", c.key, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.key, got, c.want)
		}
	}
}

func join(s registry.Side) string { return strings.Trim(fmt.Sprint(s.Values), "[]") }

// spell puts the values into the key.
func spell(key string, s registry.Side) string {
	out := ""
	i := 0
	for _, p := range amb(key) {
		if p.Name == "" {
			out += p.Lit
			continue
		}
		out += s.Values[i].Text
		i++
	}
	return out
}

// A question past the bounds is not answered.
func TestAmbiguousBounds(t *testing.T) {
	parts := make([]registry.AmbPart, 6)
	for i := range parts {
		parts[i] = registry.AmbPart{Name: fmt.Sprint("h", i), Is: "[0-9]{0,1000}"}
	}
	if c, decided := registry.Ambiguous(parts); decided {
		t.Errorf("decided: %v", c)
	}
}
