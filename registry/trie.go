package registry

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// A trieNode holds the patterns that begin alike: with the same literal runes
// and with segments of the same forms. It exists so that the proof need not
// look at every pair: where two patterns part with different literal runes
// behind a prefix whose length is no matter of choice, they share no key. A
// second trie does the same from the patterns' ends.
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

// stepsOf returns a pattern's steps, from its end if backwards.
func stepsOf(p *Pattern, backwards bool) []step {
	var out []step
	for _, part := range p.Parts {
		if part.Segment != nil {
			out = append(out, step{form: part.Segment.Is})
			continue
		}
		for _, c := range part.Lit {
			out = append(out, step{r: c})
		}
	}
	if backwards {
		slices.Reverse(out)
	}
	return out
}

// newTrie files the readings under their steps.
func newTrie(rs []*reading, backwards bool) *trieNode {
	root := &trieNode{}
	for i, r := range rs {
		n := root
		n.patterns = append(n.patterns, i)
		for _, s := range stepsOf(r.p, backwards) {
			n = n.child(s)
			n.patterns = append(n.patterns, i)
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

// A gathering is the pairs of patterns that may share a key, as far as a trie
// can tell.
type gathering struct {
	backwards bool
	pairs     *pairSet
}

func (g *gathering) add(as, bs []int) {
	for _, a := range as {
		for _, b := range bs {
			g.pairs.add(a, b)
		}
	}
}

// candidates returns the pairs that have to be looked at: all others share no
// key. Every pattern is paired with itself.
func candidates(rs []*reading) *pairSet {
	var both *pairSet
	for _, backwards := range []bool{false, true} {
		g := &gathering{backwards: backwards, pairs: newPairSet(len(rs))}
		newTrie(rs, backwards).gather(nil, g)
		if both == nil {
			both = g.pairs
		} else {
			both.and(g.pairs)
		}
	}
	return both
}

// gather adds the pairs below n that may share a key.
func (n *trieNode) gather(way []step, g *gathering) {
	for len(n.patterns) > 1 && len(n.order) == 1 && len(n.ends) == 0 { // no parting here
		way = append(way, n.order[0])
		n = n.children[n.order[0]]
	}
	if len(n.patterns) == 1 {
		g.add(n.patterns, n.patterns)
		return
	}
	g.add(n.ends, n.ends)
	fixed := g.fixed(way)
	for i, s := range n.order {
		c := n.children[s]
		if !fixed || nullable(s) {
			g.add(n.ends, c.patterns)
		}
		for _, t := range n.order[:i] {
			if !fixed || g.mayMeet(s, t) {
				g.add(n.children[t].patterns, c.patterns)
			}
		}
		c.gather(append(slices.Clip(way), s), g)
	}
}

// mayMeet reports whether two different steps can begin one text (or end it,
// backwards).
func (g *gathering) mayMeet(s, t step) bool {
	return nullable(s) || nullable(t) || g.edge(s).Meets(g.edge(t))
}

func nullable(s step) bool { return s.form != "" && language(s.form).Empty }

// edge returns the runes that a step can begin with, or end with.
func (g *gathering) edge(s step) automata.Set {
	if s.form == "" {
		return automata.Set{{Lo: s.r, Hi: s.r}}
	}
	n := language(s.form)
	var rs []automata.Range
	if !g.backwards {
		for _, p := range n.First {
			rs = append(rs, n.Sym[p]...)
		}
		return automata.NewSet(rs...)
	}
	for p, last := range n.Last {
		if last {
			rs = append(rs, n.Sym[p]...)
		}
	}
	return automata.NewSet(rs...)
}

// fixed reports whether no text of the way is the beginning of a longer one
// (backwards: the end of one): then a key has at most one place where the way
// ends. It may report false where it can't tell.
func (g *gathering) fixed(way []step) bool {
	if !slices.ContainsFunc(way, func(s step) bool { return s.form != "" }) {
		return true
	}
	if g.backwards {
		way = slices.Clone(way)
		slices.Reverse(way)
	}
	n, _, err := automata.Concat(languagesOf(way)...)
	if err != nil {
		return false
	}
	longer := []*automata.NFA{n, language(formText)}
	if g.backwards {
		slices.Reverse(longer)
	}
	m, _, err := automata.Concat(longer...)
	if err != nil {
		return false
	}
	p, err := automata.NewProduct(n, m)
	return err == nil && p.None()
}

// languagesOf returns the automata of steps, literal runes put together.
func languagesOf(way []step) []*automata.NFA {
	var out []*automata.NFA
	lit := strings.Builder{}
	flush := func() {
		if lit.Len() > 0 {
			out = append(out, automata.Literal(lit.String()))
			lit.Reset()
		}
	}
	for _, s := range way {
		if s.form == "" {
			lit.WriteRune(s.r)
			continue
		}
		flush()
		out = append(out, language(s.form))
	}
	flush()
	return out
}
