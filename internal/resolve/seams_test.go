package resolve

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// TestSlices: x[lo:hi] is known where the ends are in what is known; -1 is no end.
func TestSlices(t *testing.T) {
	const no = "no"
	for _, tt := range []struct {
		in     string
		lo, hi int
		want   string
	}{
		{"abc", 0, -1, "abc"}, {"abc", 1, -1, "bc"}, {"abc", 3, -1, ""}, {"abc", 4, -1, no},
		{"abc", 0, 0, ""}, {"abc", 0, 2, "ab"}, {"abc", 1, 2, "b"}, {"abc", 2, 2, ""}, {"abc", 2, 1, no}, {"abc", 0, 3, "abc"}, {"abc", 0, 4, no},
		{"ab{x}", 1, -1, "b{x}"}, {"ab{x}", 2, -1, "{x}"}, {"ab{x}", 3, -1, no},
		{"ab{x}", 0, 0, ""}, {"ab{x}", 1, 2, "b"}, {"ab{x}", 2, 1, no}, {"ab{x}", 0, 3, no},
		{"{x}ab", 0, 0, no}, {"{x}ab", 1, -1, no},
		{"abc|ab{x}", 1, 2, "b"}, {"abc|{x}", 1, 2, no},
	} {
		got, ok := sliceText(set(tt.in), tt.lo, tt.hi)
		if s := showSet(got); ok != (tt.want != no) || ok && s != tt.want {
			t.Errorf("%q[%d:%d] is %q, %t: want %q", tt.in, tt.lo, tt.hi, s, ok, tt.want)
		}
	}
	for _, tt := range []struct {
		in     string
		lo, hi int
		want   string
	}{
		{"a b c", 0, -1, "a b c"}, {"a b c", 1, -1, "b c"}, {"a b c", 3, -1, ""}, {"a b c", 4, -1, no},
		{"a b c", 0, 0, ""}, {"a b c", 0, 2, "a b"}, {"a b c", 1, 2, "b"}, {"a b c", 2, 2, ""}, {"a b c", 2, 1, no}, {"a b c", 0, 3, "a b c"}, {"a b c", 0, 4, no},
		{"a {x}* c", 0, 1, "a"}, {"a {x}* c", 0, 2, no}, {"a {x}* c", 1, -1, "{x}* c"}, {"a {x}* c", 2, -1, no},
		{"a b|c", 1, -1, "b|"}, {"a b|c", 0, 2, no}, {"a b|c d", 1, 2, "b|d"},
	} {
		got, ok := sliceLists(lists(tt.in), tt.lo, tt.hi)
		if s := show(template.Value{Kind: template.IsList, Lists: got}); ok != (tt.want != no) || ok && s != tt.want {
			t.Errorf("[%s][%d:%d] is %q, %t: want %q", tt.in, tt.lo, tt.hi, s, ok, tt.want)
		}
	}
}

// TestItemAt: the element at an index, past which a list may have any number.
func TestItemAt(t *testing.T) {
	const none = "?is an element that is not there"
	for _, tt := range []struct {
		in    string
		index int
		want  string
	}{
		{"a b", 0, "a"}, {"a b", 1, "b"}, {"a b", 2, none}, {"", 0, none},
		{"a b|c", 0, "a|c"}, {"a b|c", 1, "b"},
		{"a {x}*", 0, "a"}, {"a {x}*", 1, "{x}"}, {"a {x}*", 5, "{x}"},
		{"{x}* b", 0, "b|{x}"}, {"{x}* b", 1, "b|{x}"}, {"a {x}* b", 0, "a"}, {"a {x}* b c", 1, "b|{x}"}, {"a {x}* b c", 2, "b|c|{x}"},
	} {
		v := template.Value{Kind: template.IsList, Lists: lists(tt.in)}
		if got := show(itemAt(v, tt.index)); got != tt.want {
			t.Errorf("[%s][%d] is %q, want %q", tt.in, tt.index, got, tt.want)
		}
		if got := show((&Resolver{}).follow(v, nil, []step{{index: tt.index}}, nil)); tt.want != none && got != tt.want {
			t.Errorf("[%s] at %d is %q, want %q", tt.in, tt.index, got, tt.want)
		}
	}
}

// TestVerbs: a verb as fmt reads it, with the number of the operand that it is
// for and that of the next.
func TestVerbs(t *testing.T) {
	ops := make([]operand, 3)
	for i, n := range []string{"3", "7"} {
		ops[i].num = constant.MakeFromLiteral(n, token.INT, 0)
	}
	for _, tt := range []struct {
		in, text, rest string
		char           byte
		arg, next      int
	}{
		{"%d", "%d", "", 'd', 0, 1},
		{"%s: %d", "%s", ": %d", 's', 0, 1},
		{"%+-# 08.3f|", "%+-# 08.3f", "|", 'f', 0, 1},
		{"%19.25x", "%19.25x", "", 'x', 0, 1},
		{"%[2]d", "%d", "", 'd', 1, 2},
		{"%[1]s%[2]s", "%s", "%[2]s", 's', 0, 1},
		{"%*d", "%3d", "", 'd', 1, 2},
		{"%[2]*[1]d", "%7d", "", 'd', 0, 1},
		{"%.*f", "%.3f", "", 'f', 1, 2},
		{"%.[2]*[1]f", "%.7f", "", 'f', 0, 1},
		{"%*.*f", "%3.7f", "", 'f', 2, 3},
		{"%[3]*d", "%d", "", 'd', 3, 4},  // not a known number
		{"%[9]*d", "%d", "", 'd', 9, 10}, // not there
		{"%.f", "%.f", "", 'f', 0, 1},
		{"%%%", "%%", "%", '%', -1, 0},
		{"%5%a", "%%", "a", '%', -1, 0},
		{"%", "%!(NOVERB)", "", 0, -1, 0},
		{"%-5.", "%!(NOVERB)", "", 0, -1, 0},
		{"%[1]", "%!(NOVERB)", "", 0, -1, 0},
		{"%[x]d", "%d", "", 'd', 0, 1},
	} {
		next := 0
		v, rest := parseVerb(tt.in, &next, ops)
		if v.text != tt.text || v.char != tt.char || v.arg != tt.arg || rest != tt.rest || next != tt.next {
			t.Errorf("%q is %q, %c, operand %d, then %q and operand %d: want %+v", tt.in, v.text, v.char, v.arg, rest, next, tt)
		}
	}
}

// TestSteps: what is done to a template that has text, and is noted on holes.
func TestSteps(t *testing.T) {
	step := func(name string, args ...string) template.Step { return template.Step{Func: name, Args: args} }
	for _, tt := range []struct {
		step     template.Step
		in, want string
		noted    int // on so many holes
	}{
		{step("strings.ToUpper"), "a:{x}b", "A:{x}B", 1},
		{step("strings.ReplaceAll", ":", "/"), "a:{x}:b{y}", "a/{x}/b{y}", 2},
		{step("%x"), "a{x}", "61{x}", 1},
		{step("%X"), "k{x}", "6B{x}", 1},
		{step("strconv.Quote"), `a"{x}`, `"a\"{x}"`, 1},
		{step("%q"), "a{x}\n", `"a{x}\n"`, 1},
		{step("strings.TrimSpace"), " a {x} b ", "a {x} b", 0},
		{step("strings.TrimSpace"), "{x} b ", "{x} b", 0},
		{step("strings.TrimSpace"), "{x}", "{x}", 1},
		{step("strings.Trim", "-"), "--{x}-a-", "{x}-a", 0},
		{step("strings.TrimLeft", "-"), "-a-{x}-", "a-{x}-", 0},
		{step("strings.TrimRight", "-"), "-{x}-a-", "-{x}-a", 0},
		{step("strings.TrimPrefix", "a:"), "a:a:{x}", "a:{x}", 0},
		{step("strings.TrimSuffix", ":a"), "{x}:a:a", "{x}:a", 0},
		{step("strings.TrimSuffix", ":a"), "a:a{x}", "a:a{x}", 0},
		{step("strings.Repeat", "2"), "ab", "abab", 0},
		{step("strings.Repeat", "0"), "ab", "", 0},
		{step("strings.Repeat", "-1"), "ab", "{strings.Repeat(ab)}", 0},
		{step("strings.Repeat", "2"), "{x}", "{x}", 1},
		{step("strings.Repeat", "2"), "a{x}", "{strings.Repeat(a{x)}", 0},
		{step(inBase, "16"), "255", "ff", 0},
		{step(inBase, "2"), "5", "101", 0},
		{step(inBase, "36"), "35", "z", 0},
		{step(inBase, "16"), "18446744073709551615", "ffffffffffffffff", 0},
		{step(inBase, "1"), "5", "{strconv.FormatInt(5)}", 0},
		{step(inBase, "37"), "5", "{strconv.FormatInt(5)}", 0},
		{step(inBase, "16"), "a", "{strconv.FormatInt(a)}", 0},
		{step("%05d", numeric), "12", "00012", 0},
		{step("%05d", numeric), "a", "{%05d(a)}", 0},
		{step("%d"), "12", "{%d(12)}", 0},
		{step("%5s"), "ab", "   ab", 0},
		{step("%-5v"), "ab", "ab   ", 0},
		{step("%5s"), "a{x}", "{%5s(a{x)}", 0},
		{step("encoding/base64.RawURLEncoding"), "a?", "YT8", 0},
		{step("encoding/base32.HexEncoding"), "a", "C4======", 0},
		{step("encoding/base64.Own"), "a", "{encoding/base64.Own(a)}", 0},
		{step("string"), "a", "{string(a)}", 0},
		{step("slice"), "a", "{slice(a)}", 0},
		{step("(T).String"), "a{x}", "a{x}", 1},
		{step("(T).String"), "a", "a", 0},
	} {
		got := applyStep(tt.step, template.FormText, set(tt.in))
		noted := 0
		for _, h := range got[0].Holes() {
			noted += len(h.Via)
		}
		if s := showSet(got); s != tt.want || noted != tt.noted {
			t.Errorf("%v of %q is %q, noted on %d: want %q, %d", tt.step, tt.in, s, noted, tt.want, tt.noted)
		}
	}
	for verb, want := range map[string]bool{"%08x": true, "%032x": true, "%x": false, "%8x": false, "%0x": false, "%-8x": false, "%#08x": false} {
		if fixedWidth(verb) != want {
			t.Errorf("fixedWidth(%s) is not %t", verb, want)
		}
	}
}

// TestSplit: text is split where no hole can have what it is split at.
func TestSplit(t *testing.T) {
	for _, tt := range []struct{ in, sep, want string }{
		{"a:{n#}:b", ":", "a {n#} b"},
		{"a{n#}b:c", ":", "a{n#}b c"},
		{"{n#}", ":", "{n#}"},
		{"a::b", "::", "a b"},
		{"a:{x}:b", ":", "no"},
		{"a:{n#}", "", "no"},
		{"a|b", ":", "no"},
	} {
		v, ok := splitTemplate(set(tt.in), tt.sep)
		if got := show(v); ok != (tt.want != "no") || ok && got != tt.want {
			t.Errorf("%q at %q is %q, %t: want %q", tt.in, tt.sep, got, ok, tt.want)
		}
	}
}

// TestText: small questions about text.
func TestText(t *testing.T) {
	for s, want := range map[string]bool{"a": true, "": true, "a{x}": true, "{x}": false, " {x}": false, "a|": true, "a|{x}": false, "{x}:": true} {
		if got := hasText(set(s)); got != want {
			t.Errorf("hasText(%q) is %t", s, got)
		}
	}
	for s, want := range map[string]bool{"": true, "0": true, "false": true, "a": false, "1": false, "{x}": false, "|0": false} {
		if got := unset(template.TextValue(set(s))); got != want {
			t.Errorf("unset(%q) is %t", s, got)
		}
	}
	if unset(template.ListValue()) {
		t.Error("a list is unset")
	}
	for _, tt := range []struct {
		path []string
		name string
		want string
	}{
		{nil, "a", "a"}, {[]string{"a"}, "a", "a.a"}, {[]string{"a", "a"}, "a", ""}, {[]string{"b", "a"}, "a", "b.a.a"}, {[]string{"a", "b"}, "a", "a.b.a"},
		{[]string{"a", "b", "b"}, "a", "a.b.b.a"}, {[]string{"[]", "[]"}, "[]", "[].[].[]"},
	} {
		got, longer := longerPath(tt.path, tt.name)
		if !longer && tt.want != "" || longer && strings.Join(got, ".") != tt.want {
			t.Errorf("%v and %s is %v, longer: %t", tt.path, tt.name, got, longer)
		}
	}
	for _, tt := range []struct {
		s, want string
		n       int
	}{{"abc", "abc", 3}, {"abcd", "abc…", 3}, {"aé", "a…", 2}} {
		if got := clip(tt.s, tt.n); got != tt.want {
			t.Errorf("clip(%q, %d) is %q", tt.s, tt.n, got)
		}
	}
	for n, want := range map[int]template.Form{2: template.FormInt, 10: template.FormInt, 11: template.FormHex, 16: template.FormHex, 17: template.FormText, 36: template.FormText} {
		if got := formIn(n); got != want {
			t.Errorf("a number in base %d is of form %q", n, got)
		}
	}
	for _, in := range []string{"/", "a", "a/b"} {
		if got := showSet(template.One(cleaned(tmpl(in + "{x}//b/")))); got != in+"{x}/b" {
			t.Errorf("%s is cleaned to %s", in+"{x}//b/", got)
		}
	}
	if got := fmt.Sprint(cleaned(tmpl("/"))); got != "/" {
		t.Errorf("/ is cleaned to %s", got)
	}
}

// TestFloats: constants that are no whole numbers, as fmt prints them.
func TestFloats(t *testing.T) {
	for _, f := range []float64{2.5, 2, -0.25, 1e20, 1e21, 1e-7, 0.1} {
		c := constant.MakeFloat64(f)
		if got, want := constantText(ssa.NewConst(c, types.Typ[types.Float64])), fmt.Sprint(f); got != want {
			t.Errorf("a float64 is %s, want %s", got, want)
		}
		single := ssa.NewConst(constant.MakeFloat64(float64(float32(f))), types.Typ[types.Float32])
		if got, want := constantText(single), fmt.Sprint(float32(f)); got != want {
			t.Errorf("a float32 is %s, want %s", got, want)
		}
		if got, _ := formatConst("%8.3v", single.Value, single.Type()); got != fmt.Sprintf("%8.3v", float32(f)) {
			t.Errorf("a float32 is printed as %s", got)
		}
	}
}
