package registry

import (
	"math"
	"slices"
	"sync"
	"unicode"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// A reading is a pattern prepared for the proof: the automaton of its keys,
// and where it has its tenant.
type reading struct {
	p     *Pattern
	langs []*automata.NFA // by part
	nfa   *automata.NFA
	owner []int32 // the part that each position is from
	err   error   // the automaton is too large
	// names are the tenant segments that the key depends on, by itself or
	// through a digest, in the order of the registry.
	names []string
	plain map[string]int // the part that is the segment itself, by name
	// digests are the parts that are collision-resistant digests: equal
	// texts have equal inputs. Parts that are weak digests are in neither.
	digests map[int][]string
}

// newReading prepares p. tenants is the registry's order of them.
func newReading(p *Pattern, tenants []*Segment) *reading {
	r := &reading{p: p, langs: p.languages(), plain: map[string]int{}, digests: map[int][]string{}}
	for i, part := range p.Parts {
		if part.Segment == nil {
			continue
		}
		inputs, isDigest := p.Digest[part.Segment.Name]
		if !isDigest {
			r.plain[part.Segment.Name] = i
			continue
		}
		if resistant(part.Segment) {
			var names []string
			for _, in := range inputs {
				names = append(names, in.Name)
			}
			r.digests[i] = names
		}
	}
	for _, t := range tenants {
		if r.carries(t) {
			r.names = append(r.names, t.Name)
		}
	}
	r.nfa, r.owner, r.err = automata.Concat(r.langs...)
	return r
}

// carries reports whether the key depends on t.
func (r *reading) carries(t *Segment) bool {
	if _, ok := r.plain[t.Name]; ok {
		return true
	}
	for _, part := range r.p.Parts {
		if part.Segment != nil && slices.Contains(r.p.Digest[part.Segment.Name], t) {
			return true
		}
	}
	return false
}

// marks returns which positions are from a part.
func (r *reading) marks(part int) []bool {
	m := make([]bool, len(r.owner))
	for i, o := range r.owner {
		m[i] = int(o) == part
	}
	return m
}

// resistantBits is the room that a digest's form must have for the digest to
// be taken as collision resistant. MD5, SHA-1, UUIDs and every 64-bit hash
// have less, SHA-224 and all that is better have more.
const resistantBits = 192

// resistant reports whether the digest that a segment holds can be taken as
// collision resistant, by the room that its form has. Text has room enough,
// and the proof says that it is assumed; a number of any length has not, since
// it is a machine word in fact.
func resistant(s *Segment) bool {
	n := language(s.Is)
	if number, err := automata.Include(n, numeric()); err != nil || number {
		return false
	}
	return automata.Bits(n) >= resistantBits
}

var numeric = sync.OnceValue(func() *automata.NFA { return automata.MustCompile(`[-+0-9.eE]*`) })

// assumed reports whether the digest's strength is taken for granted because
// its form does not say it.
func assumed(s *Segment) bool { return resistant(s) && math.IsInf(automata.Bits(language(s.Is)), 1) }

// readable returns the reading whose values neither begin nor end with one of
// the separators and are not empty, so that a counter-example is seen at once.
// A segment that has no such value keeps its form.
func (r *reading) readable(separators automata.Set) *reading {
	n := &reading{p: r.p, plain: r.plain, digests: r.digests, names: r.names}
	clean := trimmedText(separators)
	for i, lang := range r.langs {
		if r.p.Parts[i].Segment != nil {
			if and, err := automata.And(lang, clean); err == nil && !and.None() {
				lang = and
			}
		}
		n.langs = append(n.langs, lang)
	}
	n.nfa, n.owner, n.err = automata.Concat(n.langs...)
	return n
}

// trimmedText is the automaton of the texts that neither begin nor end with a
// separator.
func trimmedText(separators automata.Set) *automata.NFA {
	edge := separators.Not()
	return &automata.NFA{
		Sym:    []automata.Set{edge, automata.Any, edge}, // first, inside, last
		First:  []int32{0},
		Follow: [][]int32{{1, 2}, {1, 2}, nil},
		Last:   []bool{true, false, true},
	}
}

// separatorSet has the runes of a pattern's literal text that are no letters
// or digits.
func separatorSet(ps ...*Pattern) automata.Set {
	var out []automata.Range
	for _, p := range ps {
		for _, part := range p.Parts {
			for _, r := range part.Lit {
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					out = append(out, automata.Range{Lo: r, Hi: r})
				}
			}
		}
	}
	return automata.NewSet(append(out, automata.Range{Lo: ' ', Hi: ' '})...)
}
