package registry

import (
	"slices"
	"unicode/utf8"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// An index finds the patterns that a key can have by the literal text that
// they begin with.
type index struct {
	byPrefix map[string][]*indexed
	lengths  []int // of the prefixes, longest first
}

// An indexed pattern has the automaton of its keys.
type indexed struct {
	p        *Pattern
	order    int
	literals int // runes of literal text
	nfa      *automata.NFA
}

// indexOf returns the registry's index, made once.
func (r *Registry) indexOf() *index {
	r.once.Do(func() {
		x := &index{byPrefix: map[string][]*indexed{}}
		for i, p := range r.Keys {
			e := &indexed{p: p, order: i, nfa: p.automaton()}
			prefix := ""
			for j, part := range p.Parts {
				e.literals += utf8.RuneCountInString(part.Lit)
				if j == 0 {
					prefix = part.Lit
				}
			}
			x.byPrefix[prefix] = append(x.byPrefix[prefix], e)
			if !slices.Contains(x.lengths, len(prefix)) {
				x.lengths = append(x.lengths, len(prefix))
			}
		}
		slices.Sort(x.lengths)
		slices.Reverse(x.lengths)
		r.index = x
	})
	return r.index
}

// automaton returns the automaton of the pattern's keys. A pattern that is too
// large for one matches nothing.
func (p *Pattern) automaton() *automata.NFA {
	n, _, err := automata.Concat(p.languages()...)
	if err != nil {
		return &automata.NFA{}
	}
	return n
}

// languages returns the automaton of each part.
func (p *Pattern) languages() []*automata.NFA {
	out := make([]*automata.NFA, len(p.Parts))
	for i, part := range p.Parts {
		if part.Segment == nil {
			out[i] = automata.Literal(part.Lit)
		} else {
			out[i] = language(part.Segment.Is)
		}
	}
	return out
}

// Match returns the pattern that a concrete key has: the one with the most
// literal text if there are several, the first of those that are equal.
// It reads only the key's text, so that a text segment takes anything.
func (r *Registry) Match(key string) (*Pattern, bool) {
	x := r.indexOf()
	var best *indexed
	for _, n := range x.lengths {
		if n > len(key) {
			continue
		}
		for _, e := range x.byPrefix[key[:n]] {
			if best != nil && (e.literals < best.literals || e.literals == best.literals && e.order > best.order) {
				continue
			}
			if e.nfa.Match(key) {
				best = e
			}
		}
	}
	if best == nil {
		return nil, false
	}
	return best.p, true
}
