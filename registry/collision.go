package registry

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// errDigests says that the shortest common key would need one digest of two
// inputs, or two of one: another key might do, and that is not decided.
var errDigests = errors.New("whether the digests of these patterns can be equal is beyond this proof")

// collision makes a counter-example of a witness.
func (p *prover) collision(a, b *reading, w *automata.Witness, kind CollisionKind, q question) (*Collision, error) {
	c := &Collision{Kind: kind, A: a.p, B: b.p, Key: string(w.Word)}
	c.Sides[0].Values = a.values(w, w.A)
	c.Sides[1].Values = b.values(w, w.B)
	if err := digestsAgree(a, b, c, kind, q); err != nil {
		return nil, err
	}
	for _, n := range a.names {
		x, y := p.tenantOf(a, b, c, kind, q, n)
		c.Sides[0].Tenant = append(c.Sides[0].Tenant, Value{Segment: n, Text: x})
		if slices.Contains(b.names, n) {
			c.Sides[1].Tenant = append(c.Sides[1].Tenant, Value{Segment: n, Text: y})
		}
	}
	for _, n := range b.names {
		if !slices.Contains(a.names, n) {
			_, y := p.tenantOf(a, b, c, kind, q, n)
			c.Sides[1].Tenant = append(c.Sides[1].Tenant, Value{Segment: n, Text: y})
		}
	}
	if a.p == b.p && tuple(c.Sides[1].Tenant) < tuple(c.Sides[0].Tenant) {
		c.Sides[0], c.Sides[1] = c.Sides[1], c.Sides[0]
	}
	return c, nil
}

// values reads the text of each segment off a run.
func (r *reading) values(w *automata.Witness, at []int32) []Value {
	var out []Value
	for i, part := range r.p.Parts {
		if part.Segment == nil {
			continue
		}
		var text strings.Builder
		for k, c := range w.Word {
			if int(r.owner[at[k]]) == i {
				text.WriteRune(c)
			}
		}
		v := Value{Segment: part.Segment.Name, Text: text.String()}
		for _, in := range r.p.Digest[part.Segment.Name] {
			v.Of = append(v.Of, in.Name)
		}
		out = append(out, v)
	}
	return out
}

// partText returns a side's text of a part.
func (r *reading) partText(s Side, part int) string {
	for _, v := range s.Values {
		if v.Segment == r.p.Parts[part].Segment.Name {
			return v.Text
		}
	}
	return ""
}

// tenantOf returns the texts of a tenant segment on both sides. One that is
// only in a digest is chosen freely, so that the sides differ where they are
// meant to.
func (p *prover) tenantOf(a, b *reading, c *Collision, kind CollisionKind, q question, name string) (x, y string) {
	partA, inA := a.plain[name]
	partB, inB := b.plain[name]
	free := p.examples[name]
	differ := kind == BetweenTenants && (q.name == name || q.name == "")
	switch {
	case inA && inB:
		return a.partText(c.Sides[0], partA), b.partText(c.Sides[1], partB)
	case inA:
		x = a.partText(c.Sides[0], partA)
		return x, other(free, x, differ)
	case inB:
		y = b.partText(c.Sides[1], partB)
		return other(free, y, differ), y
	case differ:
		return free[0], free[len(free)-1]
	}
	return free[0], free[0]
}

func other(free []string, than string, differ bool) string {
	if !differ {
		return than
	}
	for _, f := range free {
		if f != than {
			return f
		}
	}
	return than
}

// examples returns two texts of a language, or the one that it has: short ones
// that read well.
func examples(n *automata.NFA) []string {
	var out []string
	for _, text := range []string{"a", "b", "1", "2"} {
		if n.Match(text) && len(out) < 2 {
			out = append(out, text)
		}
	}
	if len(out) == 2 {
		return out
	}
	if len(out) == 0 {
		first, ok := automata.Some(n)
		if !ok {
			return nil
		}
		out = append(out, first)
	}
	if second, ok := automata.Another(n, out[0]); ok {
		out = append(out, second)
	}
	return out
}

// digestsAgree holds a counter-example against what digests are: equal texts
// of a collision-resistant digest have equal inputs, and equal inputs give
// equal texts.
func digestsAgree(a, b *reading, c *Collision, kind CollisionKind, q question) error {
	for da, inputs := range a.digests {
		for db, others := range b.digests {
			if !slices.Equal(inputs, others) {
				continue
			}
			equal := a.partText(c.Sides[0], da) == b.partText(c.Sides[1], db)
			known, differ := 0, kind == BetweenTenants && q.partA < 0 && (q.name == "" || slices.Contains(inputs, q.name))
			for _, in := range inputs {
				x, inA := a.plain[in]
				y, inB := b.plain[in]
				if inA && inB {
					known++
					differ = differ || a.partText(c.Sides[0], x) != b.partText(c.Sides[1], y)
				}
			}
			if equal && differ || !equal && !differ && known == len(inputs) {
				return errDigests
			}
			if equal && q.partA >= 0 && slices.Contains(inputs, q.name) {
				return errDigests
			}
		}
	}
	return nil
}

// advice says how to mend a pair. Every proposal has been tried: with it the
// pair shares no key between tenants.
func (p *prover) advice(c *Collision, a, b *reading) string {
	var ways []string
	for _, s := range p.suspects(a.p, b.p) {
		if way := p.tryForm(c, a, b, s); way != "" {
			ways = append(ways, way)
		}
		if len(ways) == 2 {
			break
		}
	}
	if len(ways) > 0 {
		return strings.Join(ways, ", or ")
	}
	if a.weakDigest() || b.weakDigest() {
		return "use a collision-resistant digest, and say so with its form: '[0-9a-f]{64}' for sha256 in hexadecimal"
	}
	if a.p != b.p {
		return fmt.Sprintf("let %s and %s begin with different words", a.p.Name, b.p.Name)
	}
	return "put a separator between the segments that none of them can contain"
}

func (r *reading) weakDigest() bool {
	for i, part := range r.p.Parts {
		if part.Segment != nil && len(r.p.Digest[part.Segment.Name]) > 0 && r.digests[i] == nil {
			return true
		}
	}
	return false
}

// suspects returns the segments whose form could be narrower: first those that
// are no tenant, then tenants.
func (p *prover) suspects(ps ...*Pattern) []*Segment {
	var others, tenants []*Segment
	for _, q := range ps {
		for _, part := range q.Parts {
			s := part.Segment
			if s == nil || len(q.Digest[s.Name]) > 0 || slices.Contains(others, s) || slices.Contains(tenants, s) {
				continue
			}
			if s.Tenant {
				tenants = append(tenants, s)
			} else {
				others = append(others, s)
			}
		}
	}
	if len(others) > 1 { // one proposal of each sort is enough
		slices.Reverse(others)
	}
	return append(others, tenants...)
}

// tryForm returns the proposal to give s a narrower form, if that mends the
// pair, else "".
func (p *prover) tryForm(c *Collision, a, b *reading, s *Segment) string {
	form := formSlug
	if s.Tenant {
		form = formUUID
	}
	if s.Is == form {
		return ""
	}
	na := p.withForm(a, s, form)
	nb := na
	if a != b {
		nb = p.withForm(b, s, form)
	}
	if v, err := p.verdict(na, nb); err != nil || v.broken != nil {
		return ""
	}
	if s.Tenant {
		return fmt.Sprintf("put %s into a fixed form (is: %s)", s.Name, form)
	}
	without := "narrower form"
	for _, sep := range separatorsOf(s, a.p, b.p) {
		if c.holds(s.Name, sep) {
			without = fmt.Sprintf("form without %q", string(sep))
			break
		}
	}
	return fmt.Sprintf("give %s a %s (segments: %s: %s)", s.Name, without, s.Name, form)
}

// withForm returns the reading with another form for one segment.
func (p *prover) withForm(r *reading, s *Segment, form string) *reading {
	n := *r
	n.langs = slices.Clone(r.langs)
	for i, part := range r.p.Parts {
		if part.Segment == s {
			n.langs[i] = language(form)
		}
	}
	n.nfa, n.owner, n.err = automata.Concat(n.langs...)
	return &n
}

func separatorsOf(s *Segment, ps ...*Pattern) []rune {
	var out []rune
	for _, p := range ps {
		for i, part := range p.Parts {
			if part.Segment == s {
				out = append(out, []rune(separatorsAround(p, i))...)
			}
		}
	}
	return out
}

// holds reports whether a segment's text has the rune on either side.
func (c *Collision) holds(name string, r rune) bool {
	for _, side := range c.Sides {
		for _, v := range side.Values {
			if v.Segment == name && strings.ContainsRune(v.Text, r) {
				return true
			}
		}
	}
	return false
}
