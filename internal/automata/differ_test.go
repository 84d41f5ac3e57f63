package automata_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// A marked text is three parts, the middle one marked.
type markedText struct {
	parts  [3]string
	n      *automata.NFA
	inside []bool
}

func newMarked(t *testing.T, parts [3]string) *markedText {
	m := &markedText{parts: parts}
	var ns []*automata.NFA
	for _, p := range parts {
		ns = append(ns, automata.MustCompile(p))
	}
	n, owner, err := automata.Concat(ns...)
	if err != nil {
		t.Fatal(err)
	}
	m.n = n
	for _, o := range owner {
		m.inside = append(m.inside, o == 1)
	}
	return m
}

// middles returns, for a word, every text that the marked part can have.
func (m *markedText) middles(w string) map[string]bool {
	var ns [3]*automata.NFA
	for i, p := range m.parts {
		ns[i] = automata.MustCompile(p)
	}
	out := map[string]bool{}
	for i := 0; i <= len(w); i++ {
		for j := i; j <= len(w); j++ {
			if ns[0].Match(w[:i]) && ns[1].Match(w[i:j]) && ns[2].Match(w[j:]) {
				out[w[i:j]] = true
			}
		}
	}
	return out
}

// Differ and ShortestDiffer agree with reading every word in every way. Words
// of up to nine runes are enough to tell for expressions of this size.
func TestDiffer(t *testing.T) {
	all := words("ab", 9)
	differing := 0
	for i := range 300 {
		r := rand.New(rand.NewPCG(2, uint64(i)))
		var ms [2]*markedText
		for k := range ms {
			ms[k] = newMarked(t, [3]string{random(r, 1), random(r, 2), random(r, 1)})
		}
		if i%3 == 0 {
			ms[1] = ms[0]
		}
		p, err := automata.NewProduct(ms[0].n, ms[1].n)
		if err != nil {
			t.Fatal(err)
		}
		got, err := p.Differ(ms[0].inside, ms[1].inside)
		if err != nil {
			t.Fatal(err)
		}
		w, err := p.ShortestDiffer(ms[0].inside, ms[1].inside)
		if err != nil || (w != nil) != got {
			t.Fatalf("%v and %v: witness %v, %v; differ %v", ms[0].parts, ms[1].parts, w, err, got)
		}
		want := shortestByHand(all, ms)
		switch {
		case w == nil && want >= 0:
			t.Errorf("%v and %v never differ, but do in a word of length %d", ms[0].parts, ms[1].parts, want)
		case w == nil:
		case len(w.Word) != want && (want >= 0 || len(w.Word) <= 9):
			t.Errorf("%v and %v: %q is not of length %d", ms[0].parts, ms[1].parts, string(w.Word), want)
		default:
			differing++
			checkWitness(t, ms, w)
		}
	}
	if differing < 40 || differing > 250 {
		t.Errorf("%d of 300 differ: the test says little", differing)
	}
}

func shortestByHand(all []string, ms [2]*markedText) int {
	for _, w := range all {
		if !ms[0].n.Match(w) || !ms[1].n.Match(w) {
			continue
		}
		for x := range ms[0].middles(w) {
			for y := range ms[1].middles(w) {
				if x != y {
					return len(w)
				}
			}
		}
	}
	return -1
}

func checkWitness(t *testing.T, ms [2]*markedText, w *automata.Witness) {
	t.Helper()
	word := string(w.Word)
	x, y := w.TextA(ms[0].inside), w.TextB(ms[1].inside)
	if x == y || !ms[0].middles(word)[x] || !ms[1].middles(word)[y] {
		t.Errorf("%v and %v: %q is read as %q and %q", ms[0].parts, ms[1].parts, word, x, y)
	}
}

// Marked parts of one length that lie beside each other: the cases in which
// only a rune tells them apart, at an offset.
func TestDifferAtAnOffset(t *testing.T) {
	for _, c := range []struct {
		a, b [3]string
		want bool
	}{
		{[3]string{"", "[ab]{3}", "[ab]{2}"}, [3]string{"[ab]{2}", "[ab]{3}", ""}, true},
		{[3]string{"", "[ab]{3}", "[ab]{3}"}, [3]string{"[ab]{3}", "[ab]{3}", ""}, true},
		{[3]string{"", "a{3}", "a{3}"}, [3]string{"a{3}", "a{3}", ""}, false}, // equal though apart
		{[3]string{"", "(?:ab){3}", "(?:ab)"}, [3]string{"(?:ab)", "(?:ab){3}", ""}, false},
		{[3]string{"", "(?:ab){3}", "ab"}, [3]string{"a", "(?:ba){3}", "b"}, true},
		{[3]string{"", "a[ab]a", "x"}, [3]string{"", "a[ab]a", "x"}, false},
		{[3]string{"", "a", "b"}, [3]string{"a", "b", ""}, true},
		{[3]string{"x*", "a", "x*"}, [3]string{"x*", "a", "x*"}, false},
		{[3]string{"a*", "a", "a*"}, [3]string{"a*", "a", "a*"}, false},
		{[3]string{"a*", "a?", "a*"}, [3]string{"a*", "a?", "a*"}, true},
		{[3]string{"[ab]*", "[ab]", "[ab]*"}, [3]string{"[ab]*", "[ab]", "[ab]*"}, true},
		{[3]string{"", ".*", ":"}, [3]string{"", ".*", ":"}, false},
		{[3]string{"", ".*", ":.*"}, [3]string{"", ".*", ":.*"}, true},
		{[3]string{"", "", "a"}, [3]string{"", "", "a"}, false},
	} {
		for _, swap := range []bool{false, true} {
			ms := [2]*markedText{newMarked(t, c.a), newMarked(t, c.b)}
			if swap {
				ms[0], ms[1] = ms[1], ms[0]
			}
			p, err := automata.NewProduct(ms[0].n, ms[1].n)
			if err != nil || p.None() {
				t.Fatalf("%v and %v: %v, none %v", c.a, c.b, err, p.None())
			}
			got, err := p.Differ(ms[0].inside, ms[1].inside)
			if err != nil || got != c.want {
				t.Errorf("%v and %v: %v %v, want %v", ms[0].parts, ms[1].parts, got, err, c.want)
			}
			w, err := p.ShortestDiffer(ms[0].inside, ms[1].inside)
			if err != nil || (w != nil) != c.want {
				t.Errorf("%v and %v: witness %v %v", ms[0].parts, ms[1].parts, w, err)
			} else if w != nil {
				checkWitness(t, ms, w)
			}
		}
	}
}

func TestShortest(t *testing.T) {
	p, err := automata.NewProduct(automata.MustCompile(`a*b(?:ab)*c{3,}`), automata.MustCompile(`.{8,}`))
	if err != nil {
		t.Fatal(err)
	}
	if w := string(p.Shortest().Word); len(w) != 8 || !automata.MustCompile(`a*b(?:ab)*c{3,}`).Match(w) {
		t.Errorf("%q", w)
	}
	p, err = automata.NewProduct(automata.MustCompile(`a?`), automata.MustCompile(`b?`))
	if err != nil || p.None() || len(p.Shortest().Word) != 0 {
		t.Error("the empty word is common")
	}
}

// A witness reads well: letters in order, digits from 1, zeros in hexadecimal.
func TestWitnessText(t *testing.T) {
	for src, want := range map[string]string{`.{3}`: "abc", `[0-9]{3}`: "123", `[0-9a-f]{3}`: "000", `[:;]`: ":", `x`: "x",
		`[-0-9a-f]{2}`: "00", `[-0-9]{10}`: "1234567891", `[!a-z]{27}`: "abcdefghijklmnopqrstuvwxyza"} {
		n := automata.MustCompile(src)
		p, err := automata.NewProduct(n, n)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(p.Shortest().Word); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}

func TestProductBound(t *testing.T) {
	src := "(?:" + strings.Repeat("a?", 900) + ")"
	a := automata.MustCompile(src)
	if _, err := automata.NewProduct(a, a); !errors.Is(err, automata.ErrBound) {
		t.Errorf("a product of 810,000 nodes: %v", err)
	}
	// A table that was given back after a failure is clean.
	p, err := automata.NewProduct(automata.MustCompile("ab"), automata.MustCompile("a."))
	if err != nil || string(p.Shortest().Word) != "ab" {
		t.Errorf("after it: %v", err)
	}
}

// The bound on nodes is exact: two rounds of coprime lengths meet in each pair
// of their positions, and a chain meets itself in its own.
func TestProductNodes(t *testing.T) {
	const rounds = 1024 * 511
	for _, c := range []struct {
		chain int
		want  error
	}{{automata.MaxNodes - rounds, nil}, {automata.MaxNodes - rounds + 1, automata.ErrBound}} {
		chain := fmt.Sprintf("b{1000}b{%d}", c.chain-1000)
		a := automata.MustCompile("(?:a{1000}a{24})*|" + chain)
		b := automata.MustCompile("(?:a{511})*|" + chain)
		if _, err := automata.NewProduct(a, b); !errors.Is(err, c.want) {
			t.Errorf("%d nodes: %v, want %v", rounds+c.chain, err, c.want)
		}
	}
}

// Texts that are long, equal and beside each other take too many
// configurations: that is said, and is no answer.
func TestDifferBound(t *testing.T) {
	long := "a{1000}a{300}"
	a, b := newMarked(t, [3]string{"", long, long}), newMarked(t, [3]string{long, long, ""})
	p, err := automata.NewProduct(a.n, b.n)
	if err != nil {
		t.Fatal(err)
	}
	if differ, err := p.Differ(a.inside, b.inside); !errors.Is(err, automata.ErrBound) {
		t.Errorf("%v %v", differ, err)
	}
}
