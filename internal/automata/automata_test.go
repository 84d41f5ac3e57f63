package automata_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// words lists all texts over an alphabet up to a length, shortest first.
func words(alphabet string, most int) []string {
	out := []string{""}
	for from, n := 0, 0; n < most; n++ {
		to := len(out)
		for _, w := range out[from:to] {
			for _, r := range alphabet {
				out = append(out, w+string(r))
			}
		}
		from = to
	}
	return out
}

// expressions have every construct of RE2 that Compile has to know.
var expressions = []string{
	`a`, `ab|ba`, `a*b`, `(a|b)+`, `a?b?`, `[^a]`, `.`, `(?s).`, `(?s:.*)`, `(?i)A[b]`, `(?i:ß|k)`, `a{2,3}`, `(?:ab){0,2}`, `^a$`, `^`, `$`, `a^b`, `a$b`, `(?:^a|b)+`, `(?:a|b$)+`,
	`\Aa\z`, `[[:alpha:]]`, `\d`, `\pL`, `\x{61}`, `()`, `a||b`, `(a*)*`, `(?:a*b|)c?`, `[^\x00-\x{10FFFF}]`, `a[^\x00-\x{10FFFF}]|b`, `(?U)a+?b`, `\Qa.\E`,
}

// Match agrees with package regexp on whole texts.
func TestCompile(t *testing.T) {
	texts := append(words("abA\n", 4), "K", "K", "ß", "1", "c", "bc", "abc", "a.", "é", "\U0010FFFF")
	for _, src := range expressions {
		n, err := automata.Compile(src)
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		re := regexp.MustCompile(`\A(?:` + src + `)\z`)
		none := true
		for _, w := range texts {
			want := re.MatchString(w)
			if n.Match(w) != want {
				t.Errorf("%s on %q: %v, want %v", src, w, !want, want)
			}
			none = none && !want
		}
		if n.None() && !none {
			t.Errorf("%s: None, but it has words", src)
		}
	}
}

func TestCompileErrors(t *testing.T) {
	for src, want := range map[string]error{
		`\ba`: automata.ErrWordBoundary, `a\B`: automata.ErrWordBoundary, `(?m)^a`: automata.ErrLineAnchor, `(?m:a$)`: automata.ErrLineAnchor,
	} {
		if _, err := automata.Compile(src); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", src, err, want)
		}
	}
	if _, err := automata.Compile(`[`); err == nil {
		t.Error("[ compiles")
	}
	if _, err := automata.Compile(`(?:a?){1000}`); !errors.Is(err, automata.ErrBound) && err != nil {
		t.Errorf("a thousand options: %v", err)
	}
}

func TestLiteralAndConcat(t *testing.T) {
	a, b, e := automata.MustCompile(`a*`), automata.MustCompile(`b?`), automata.Literal("")
	n, owner, err := automata.Concat(automata.Literal("x"), a, e, b, automata.Literal("é"))
	if err != nil {
		t.Fatal(err)
	}
	re := regexp.MustCompile(`\Axa*b?é\z`)
	for _, w := range words("abxé", 5) {
		if n.Match(w) != re.MatchString(w) {
			t.Errorf("%q", w)
		}
	}
	for i, want := range []int32{0, 1, 3, 4} {
		if owner[i] != want {
			t.Errorf("owners %v", owner)
		}
	}
	empty, _, err := automata.Concat(a, e, b)
	if err != nil || !empty.Match("") || !empty.Match("b") || empty.Match("ba") {
		t.Error("parts that can be empty")
	}
}

// The bound on positions is exact.
func TestPositions(t *testing.T) {
	rest := automata.MaxPositions % 1000
	long := strings.Repeat("a{1000}", automata.MaxPositions/1000)
	full, err := automata.Compile(fmt.Sprintf("%sa{%d}", long, rest))
	if err != nil || len(full.Sym) != automata.MaxPositions {
		t.Errorf("as many positions as there may be: %v", err)
	}
	if _, err := automata.Compile(fmt.Sprintf("%sa{%d}", long, rest+1)); !errors.Is(err, automata.ErrBound) {
		t.Errorf("one position more: %v", err)
	}
	one, half := automata.Literal("a"), automata.Literal(strings.Repeat("a", automata.MaxPositions/2))
	if _, _, err := automata.Concat(half, half); err != nil {
		t.Errorf("parts with as many positions as there may be: %v", err)
	}
	if _, _, err := automata.Concat(half, half, one); !errors.Is(err, automata.ErrBound) {
		t.Errorf("parts with one position more: %v", err)
	}
}

// Successors are in order, each once, however the expression comes to them.
func TestSuccessors(t *testing.T) {
	for _, e := range append([]string{`x(?:(?:c|b)|a|)(?:d|)`, `(?:(?:a|b)*|c*)*`, `a*?b|c`, `(?:a*)*b`}, expressions...) {
		n, err := automata.Compile(e)
		if err != nil {
			continue // what Compile refuses has a test of its own
		}
		for i, next := range append([][]int32{n.First}, n.Follow...) {
			if !slices.IsSorted(next) || len(slices.Compact(slices.Clone(next))) != len(next) {
				t.Errorf("%s: after position %d come %v", e, i-1, next)
			}
		}
	}
}

func random(r *rand.Rand, depth int) string {
	switch n := r.IntN(7); {
	case depth == 0 || n < 2:
		return []string{"a", "b", "[ab]"}[r.IntN(3)]
	case n == 2:
		return "(?:" + random(r, depth-1) + "|" + random(r, depth-1) + ")"
	case n == 3:
		return "(?:" + random(r, depth-1) + ")" + string("*+?"[r.IntN(3)])
	default:
		return random(r, depth-1) + random(r, depth-1)
	}
}

// And, Include, Some and Another agree with the lists of short words. The
// expressions are small enough for a shortest word that tells them apart to be
// listed.
func TestAlgebra(t *testing.T) {
	all := words("ab", 9)
	for i := range 400 {
		r := rand.New(rand.NewPCG(1, uint64(i)))
		x, y := random(r, 2), random(r, 2)
		a, b := automata.MustCompile(x), automata.MustCompile(y)
		and, err := automata.And(a, b)
		if err != nil {
			t.Fatal(err)
		}
		included, first := true, ""
		found := 0
		for _, w := range all {
			inA, inB := a.Match(w), b.Match(w)
			if and.Match(w) != (inA && inB) {
				t.Fatalf("%s and %s on %q", x, y, w)
			}
			if inA && !inB {
				included = false
			}
			if inA {
				if found == 0 {
					first = w
				}
				found++
			}
		}
		if got, err := automata.Include(a, b); err != nil || got != included {
			t.Errorf("%s in %s: %v %v, want %v", x, y, got, err, included)
		}
		some, ok := automata.Some(a)
		if !ok || len(some) != len(first) || !a.Match(some) {
			t.Errorf("%s: some word %q, want one like %q", x, some, first)
		}
		another, ok := automata.Another(a, some)
		if ok != (found > 1) || ok && (another == some || !a.Match(another)) {
			t.Errorf("%s: another word than %q: %q %v", x, some, another, ok)
		}
	}
}

func TestNot(t *testing.T) {
	for _, text := range []string{"", "a", "ab", "aab"} {
		n := automata.Not(text)
		for _, w := range words("abc", 5) {
			if n.Match(w) != (w != text) {
				t.Errorf("not %q: %q", text, w)
			}
		}
	}
}

func TestIncludeRunes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{`[a-z]`, `[^:]`, true}, {`[a-z:]`, `[^:]`, false}, {`[a-m]|[n-z]`, `[a-z]`, true}, {`[a-z]`, `[a-m]|[n-z]`, true}, {`[a-z]`, `[a-m]|[o-z]`, false},
		{`(?s:.+)`, `(?s:.*)`, true}, {`(?s:.*)`, `(?s:.+)`, false}, {`(?s:.)`, `.`, false}, {`[0-9]+`, `-?[0-9]+`, true}, {`(?:ab)*`, `(?:a|b)*`, true}, {`(?:a|b)*a`, `(?:a*b)*a+`, true},
	} {
		got, err := automata.Include(automata.MustCompile(c.a), automata.MustCompile(c.b))
		if err != nil || got != c.want {
			t.Errorf("%s in %s: %v %v, want %v", c.a, c.b, got, err, c.want)
		}
	}
}

func TestIncludeBound(t *testing.T) {
	// Telling whether the 22nd rune from the end is an a takes 2^22 sets.
	b := automata.MustCompile(`(?:a|b)*a(?:a|b){22}`)
	if _, err := automata.Include(b, b); !errors.Is(err, automata.ErrBound) {
		t.Error(err)
	}
}

func TestBits(t *testing.T) {
	for src, want := range map[string]float64{
		`[0-9a-f]{64}`: 256, `[01]{8}`: 8, `a`: 0, `a?`: 1, `[ab]|cd|ef`: 2, `a*`: math.Inf(1), `(?:a|aa)b`: 1, `(?:a|a)b*`: math.Inf(1),
		`a?a`: 0, // a word with two runs: not counted
	} {
		if got := automata.Bits(automata.MustCompile(src)); math.Abs(got-want) > 1e-9 && got != want {
			t.Errorf("%s: %v bits, want %v", src, got, want)
		}
	}
}

func TestStates(t *testing.T) {
	uuid := automata.MustCompile(`[0-9a-f]{4}-[0-9a-f]{4}`)
	digits, anything := automata.MustCompile(`[0-9]+`), automata.MustCompile(`(?s:.*)`)
	s := automata.NewStates(uuid)
	if !s.Through(digits) || s.Accepts() || !s.Step('-') || !s.Through(digits) || !s.Accepts() {
		t.Error("digits, -, digits can be two groups")
	}
	s = automata.NewStates(uuid)
	if s.Through(automata.MustCompile(`x`)) || !s.Dead() {
		t.Error("x begins no group")
	}
	s = automata.NewStates(uuid)
	if !s.Through(anything) || !s.Accepts() {
		t.Error("anything can be the whole")
	}
	if !s.Step('0') {
		t.Error("anything can be the beginning")
	}
	c := s.Clone()
	for s.Step('0') {
	}
	if c.Dead() {
		t.Error("a clone dies with the original")
	}
	if strings.Contains("", "x") || !automata.NewStates(anything).Accepts() {
		t.Error("nothing is anything")
	}
}

func TestSets(t *testing.T) {
	s := automata.NewSet(automata.Range{Lo: 'a', Hi: 'c'}, automata.Range{Lo: 'x', Hi: 'x'}, automata.Range{Lo: 'b', Hi: 'd'})
	for r := rune(0); r < 200; r++ {
		want := r >= 'a' && r <= 'd' || r == 'x'
		if s.Has(r) != want || s.Not().Has(r) == want || s.And(automata.SetOf("dxy")).Has(r) != (r == 'd' || r == 'x') {
			t.Errorf("%q", r)
		}
	}
	if automata.Any.Has(0xD800) || automata.Any.Has(0xDFFF) || !automata.Any.Has(0xE000) || !automata.Any.Has(0) || !automata.Any.Has(0x10FFFF) {
		t.Error("all runes but surrogates")
	}
	if len(automata.Any.Not()) != 0 {
		t.Error("nothing is left")
	}
	for _, c := range []struct {
		set       string
		preferred string
		not, want rune
		ok        bool
	}{
		{"abc", "xb", -1, 'b', true}, {"abc", "xb", 'b', 'a', true}, {"a", "", 'a', 0, false}, {"é", "", -1, 'é', true}, {"éê", "", 'é', 'ê', true}, {"", "", -1, 0, false},
		{"\x01~", "", -1, '~', true}, {"\x01 ", "", -1, ' ', true}, {"\x01\x7f", "", -1, '\x01', true},
	} {
		if r, ok := automata.SetOf(c.set).Pick(c.preferred, c.not); r != c.want || ok != c.ok {
			t.Errorf("%+v: %q %v", c, r, ok)
		}
	}
}
