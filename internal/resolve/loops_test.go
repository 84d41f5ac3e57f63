package resolve

import (
	"slices"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

// TestLoops: what is known of text that a loop builds: what it holds where the
// loop is entered, and what comes back from its rounds.
func TestLoops(t *testing.T) {
	const own, shape = "?is put together in a loop from its own parts", "?changes its shape in a loop"
	for _, tt := range []struct {
		entry string
		ways  []string // back to the loop's head
		want  string
	}{
		{"a", nil, "a"},
		{"a", []string{"{self}"}, "a"},
		{"a", []string{"z"}, "a|z"},
		{"a", []string{"{self}:{x}"}, "a(:{x})"},
		{"a|b", []string{"{self}:{x}"}, "a(:{x})|b(:{x})"},
		{"a", []string{"{x}:{self}"}, "({x}:)a"},
		{"a", []string{"{self}:{x}", "{y}.{self}"}, "({y}.)a(:{x})"},
		{"a", []string{"{self}:{x}", "z"}, "a(:{x})|z(:{x})"},
		{"a", []string{"{self}:{x}", "{self}={y}"}, "a(:{x}|={y})"},
		{"a", []string{"{self},{x}", "{self}{x}"}, "a({x}/,)"},
		{"a", []string{"{self}{x}/", "{self}{x}"}, "a({x}//)"},
		{"a", []string{"{self}{x}b", "{self}{x}"}, "a({x}|{x}b)"},
		{"a", []string{"{self}{x}7", "{self}{x}"}, "a({x}|{x}7)"},
		{"a", []string{"{self}{x}{y}", "{self}{x}"}, "a({x}|{x}{y})"},
		{"a", []string{"{self}b,", "{self}b"}, "a(b|b,)"},
		{"a", []string{"{self}{x},", "{self}{x}", "{self}{y}"}, "a({x}|{x},|{y})"},
		{"a", []string{"{self}{self}"}, own},
		{"a", []string{"b{self}c"}, own},
		{"a", []string{"{self}{x}{self}"}, own},
		{"a", []string{"[b]"}, "?is a list on one way and something else on another"},
		{"[a]", []string{"{self}b"}, shape},
		{"", []string{"{self}b", "[{self}* {x}]"}, shape},
		{"[a]", []string{"[{self}* {x}]"}, "a {x}*"},
		{"[a]", []string{"[{self}* {x} {y}]"}, "a {x}* {y}*"},
		{"[a|b c]", []string{"[{self}* {x}]"}, "a {x}*|b c {x}*"},
		{"", []string{"[{self}* {x}]"}, "{x}*"}, // a nil slice
		{"a", []string{"[{self}* {x}]"}, "?is a list that a loop makes from something else"},
		{"a|", []string{"[{self}* {x}]"}, "?is a list that a loop makes from something else"},
		{"[a]", []string{"[{x} {self}*]"}, "?is a list that is rearranged in a loop"},
	} {
		value := func(s string) template.Value {
			if inner, ok := strings.CutPrefix(s, "["); ok {
				return template.Value{Kind: template.IsList, Lists: lists(strings.TrimSuffix(inner, "]"))}
			}
			return template.TextValue(set(s))
		}
		ins := []template.Value{value(tt.entry)}
		for _, w := range tt.ways {
			ins = append(ins, value(w))
		}
		want := tt.want
		if alts := strings.Split(want, "|"); want != shape && !strings.Contains(want, "(") && !strings.Contains(want, "*") {
			slices.Sort(alts)
			want = strings.Join(alts, "|")
		}
		if got := show(closeLoop(selfID, ins)); got != want {
			t.Errorf("%s, %q gives %q, want %q", tt.entry, tt.ways, got, want)
		}
	}
	if got := closeLoop(selfID, []template.Value{template.TextValue(set("{self}")), {Kind: template.IsList, Lists: lists("{self}* {x}")}}); !isSelf(got) {
		t.Errorf("a loop that is never entered is %s, want its own mark", show(got))
	}
}

// TestRounded: a round more than a loop's head knows is one of its rounds.
func TestRounded(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"|(:{x}):{x}", "(:{x})"},
		{"a|a(:{x}):{x}", "a(:{x})"},
		{"a|a({x}/,),{x}", "a({x}/,)"},
		{"a|a({x}/,){x}", "a({x}/,)"},
		{"a|a:{x}(:{x})", "a(:{x})"},
		{"a|a:{x}(:{x}|={x})|a={x}(:{x}|={x})", "a(:{x}|={x})"},
		{"a|z|a(:{x}):{x}", "a(:{x})|z"},
		// Others are as they are.
		{"a|b(:{x}):{x}", "a|b(:{x}):{x}"},
		{"a|a(:{x})={x}", "a|a(:{x})={x}"},
		{"a|a(:{x})", "a|a(:{x})"},
		{"a|a:{y}(:{x})", "a|a:{y}(:{x})"},
		{"a|a{x}({x}/,)", "a|a{x}({x}/,)"},
		{"a|a:{x}", "a|a:{x}"},
		{"a", "a"},
	} {
		want := strings.Split(tt.want, "|")
		if !strings.Contains(tt.want, "|=") {
			slices.Sort(want)
		}
		// A bar inside of a repeated part is no bar between templates.
		if got := showSet(rounded(alternatives(tt.in))); got != strings.Join(want, "|") {
			t.Errorf("%s is %q, want %q", tt.in, got, tt.want)
		}
	}
	for _, tt := range []struct{ in, want string }{
		{"a|a {x}* {x}", "a {x}*"},
		{"|{x}* {x}", "{x}*"},
		{"a {x}* {x}|a", "a {x}*"},
		{"b|a|a {x}* {x}", "b|a {x}*"},
		{"a|b {x}* {x}", "a|b {x}* {x}"},
		{"a|a {x}* {y}", "a|a {x}* {y}"},
		{"a|a {x} {x}", "a|a {x} {x}"},
		{"a|a {x}* {x}*", "a|a {x}* {x}*"},
		{"a|a {x}* {x} {x}", "a|a {x}* {x} {x}"},
		{"{x}*|{x} {x}* {x}", "{x}*|{x} {x}* {x}"},
	} {
		if got := show(template.Value{Kind: template.IsList, Lists: roundedLists(lists(tt.in))}); got != tt.want {
			t.Errorf("%s is %q, want %q", tt.in, got, tt.want)
		}
	}
}

// alternatives is set where repeated parts have alternatives, too.
func alternatives(s string) template.Set {
	var out template.Set
	depth, from := 0, 0
	for i, c := range s + "|" {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '|' && depth == 0:
			out = append(out, tmpl(s[from:i]))
			from = i + 1
		}
	}
	return out
}
