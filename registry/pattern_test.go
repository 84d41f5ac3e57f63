package registry

import (
	"strings"
	"testing"
)

// printTokens writes tokens as a pattern.
func printTokens(ts []token) string {
	var b strings.Builder
	for _, t := range ts {
		if t.segment != "" {
			b.WriteString("{" + t.segment + "}")
		} else {
			b.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(t.lit))
		}
	}
	return b.String()
}

func TestSplitPattern(t *testing.T) {
	for _, c := range []struct {
		pattern string
		want    []token
	}{
		{"a", []token{{lit: "a"}}},
		{"{a}", []token{{segment: "a"}}},
		{"a:{b}:c{d_1}", []token{{lit: "a:"}, {segment: "b", offset: 2}, {lit: ":c", offset: 5}, {segment: "d_1", offset: 7}}},
		{"{{{t}}}:x", []token{{lit: "{"}, {segment: "t", offset: 2}, {lit: "}:x", offset: 5}}},
		{"{{}}", []token{{lit: "{}"}}},
		{"{{a}}{b}", []token{{lit: "{a}"}, {segment: "b", offset: 5}}},
		{"é{b}", []token{{lit: "é"}, {segment: "b", offset: 2}}},
		{"a\x00b", []token{{lit: "a\x00b"}}},
	} {
		got, err := splitPattern(c.pattern)
		if err != nil || len(got) != len(c.want) {
			t.Errorf("%q: %v %v", c.pattern, got, err)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: part %d is %+v, want %+v", c.pattern, i, got[i], c.want[i])
			}
		}
	}
	for pattern, at := range map[string]int{"": 0, "}": 0, "a}": 1, "{": 0, "a{": 1, "{a": 0, "{}": 0, "{a b}": 0, "{a{b}}": 0, "{a}{a}": 3, "{1}": 0, "a\nb": 1, "{{}": 2, "\xff": 0} {
		if ts, err := splitPattern(pattern); err == nil || err.Offset != at {
			t.Errorf("%q: %v, %v; want an error at %d", pattern, ts, err, at)
		}
	}
	if _, err := splitPattern(strings.Repeat("a", MaxPattern+1)); err == nil {
		t.Error("a pattern past the bound")
	}
}

// A pattern that is read prints as it was written; its parts are normal.
func FuzzPattern(f *testing.F) {
	for _, s := range []string{"project:{tenant_id}:{project_id}", "{{{tenant_id}}}:cart", "{", "}", "{{", "}}}", "{a}{b}", "", "é{x}\x00", "{a}{a}", "{ a }"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ts, err := splitPattern(s)
		if err != nil {
			if err.Offset < 0 || err.Offset > len(s) || err.Msg == "" {
				t.Errorf("%q: %+v", s, err)
			}
			return
		}
		if got := printTokens(ts); got != s {
			t.Errorf("%q prints as %q", s, got)
		}
		for i, tok := range ts {
			if tok.segment == "" && (tok.lit == "" || i > 0 && ts[i-1].segment == "") || tok.segment != "" && tok.lit != "" {
				t.Errorf("%q: part %d of %+v", s, i, ts)
			}
		}
	})
}
