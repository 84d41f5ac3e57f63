package registry

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// A trieNode holds the patterns that begin alike: with the same literal runes
// and with segments of the same forms. It exists so that the proof need not
// look at every pair: where two patterns part with different literal runes
// behind a prefix whose length is no matter of choice, they share no key.
type trieNode struct {
	patterns []int // all below, in file order
	ends     []int // those that are nothing more than the way to here
	children map[step]*trieNode
	order    []step
}

// A step is one literal rune, or one segment by its form.
type step struct {
	r    rune
	form string // "" for a literal rune
}

// newTrie files the readings under what they begin with.
func newTrie(rs []*reading) *trieNode {
	root := &trieNode{}
	for i, r := range rs {
		n := root
		n.patterns = append(n.patterns, i)
		for _, part := range r.p.Parts {
			if part.Segment != nil {
				n = n.child(step{form: part.Segment.Is})
				n.patterns = append(n.patterns, i)
				continue
			}
			for _, c := range part.Lit {
				n = n.child(step{r: c})
				n.patterns = append(n.patterns, i)
			}
		}
		n.ends = append(n.ends, i)
	}
	return root
}

func (n *trieNode) child(s step) *trieNode {
	c := n.children[s]
	if c == nil {
		if n.children == nil {
			n.children = map[step]*trieNode{}
		}
		c = &trieNode{}
		n.children[s] = c
		n.order = append(n.order, s)
	}
	return c
}

// A pair is two patterns by index, the first not after the second.
type pair struct{ a, b int }

// pairs gathers the pairs that may share a key; all others share none.
// Every pattern is paired with itself.
func (n *trieNode) pairs(way []step, out *[]pair) {
	for len(n.patterns) > 1 && len(n.order) == 1 && len(n.ends) == 0 { // no parting here
		way = append(way, n.order[0])
		n = n.children[n.order[0]]
	}
	if len(n.patterns) == 1 {
		*out = append(*out, pair{n.patterns[0], n.patterns[0]})
		return
	}
	for i, a := range n.ends {
		for _, b := range n.ends[i:] {
			*out = append(*out, pair{a, b})
		}
	}
	fixed := prefixFree(way)
	for i, s := range n.order {
		c := n.children[s]
		if !fixed || nullable(s) {
			cross(n.ends, c.patterns, out)
		}
		for _, t := range n.order[:i] {
			if !fixed || mayMeet(s, t) {
				cross(n.children[t].patterns, c.patterns, out)
			}
		}
		c.pairs(append(slices.Clip(way), s), out)
	}
}

func cross(as, bs []int, out *[]pair) {
	for _, a := range as {
		for _, b := range bs {
			*out = append(*out, pair{min(a, b), max(a, b)})
		}
	}
}

// mayMeet reports whether two different steps can begin one text.
func mayMeet(s, t step) bool {
	return nullable(s) || nullable(t) || firstRunes(s).Meets(firstRunes(t))
}

func nullable(s step) bool { return s.form != "" && language(s.form).Empty }

func firstRunes(s step) automata.Set {
	if s.form == "" {
		return automata.Set{{Lo: s.r, Hi: s.r}}
	}
	n := language(s.form)
	var rs []automata.Range
	for _, p := range n.First {
		rs = append(rs, n.Sym[p]...)
	}
	return automata.NewSet(rs...)
}

// prefixFree reports whether no text of the way is the beginning of a longer
// one: then a key has at most one place where the way ends. It may report
// false where it can't tell.
func prefixFree(way []step) bool {
	var parts []*automata.NFA
	variable := false
	lit := strings.Builder{}
	flush := func() {
		if lit.Len() > 0 {
			parts = append(parts, automata.Literal(lit.String()))
			lit.Reset()
		}
	}
	for _, s := range way {
		if s.form == "" {
			lit.WriteRune(s.r)
			continue
		}
		variable = true
		flush()
		parts = append(parts, language(s.form))
	}
	if !variable {
		return true
	}
	flush()
	n, _, err := automata.Concat(parts...)
	if err != nil {
		return false
	}
	longer, _, err := automata.Concat(n, someText)
	if err != nil {
		return false
	}
	p, err := automata.NewProduct(n, longer)
	return err == nil && p.None()
}

var someText = automata.MustCompile(segmentForms[formText])

// sameEnd reports whether the literal texts that two patterns end with can end
// one key.
func sameEnd(a, b *Pattern) bool {
	x, y := a.Parts[len(a.Parts)-1].Lit, b.Parts[len(b.Parts)-1].Lit
	return strings.HasSuffix(x, y) || strings.HasSuffix(y, x)
}
