// Package template holds what a key expression evaluates to: text with holes.
//
// A [Template] is one shape, project:{projectID}; a [Set] is every shape that
// an expression can have (branches, loops), bounded by [MaxAlternatives]. A
// [Hole] knows its Go expression, its type and where it came from. All of it
// is plain data that gob can carry, because templates travel between packages
// as facts.
package template

import (
	"cmp"
	"slices"
	"strings"
)

// A Part is a piece of a template: literal text, or a hole.
type Part struct {
	Lit  string
	Hole *Hole // nil for literal text
}

// A Template is one shape of a key. It is normal: no empty literal, no two
// literals side by side.
type Template []Part

// Lit returns the template that is the text s and nothing else.
func Lit(s string) Template {
	if s == "" {
		return nil
	}
	return Template{{Lit: s}}
}

// Of returns the template that is one hole. A hole that too much goes into
// (MaxInputs, MaxNesting) keeps its origin, and its inputs are unknown.
func Of(h *Hole) Template { return Template{{Hole: h.bounded()}} }

// Concat joins templates to one.
func Concat(ts ...Template) Template {
	var out Template
	for _, t := range ts {
		out = out.extend(t)
	}
	return out
}

// extend appends u to a template that nobody else has.
func (t Template) extend(u Template) Template {
	for _, p := range u {
		if p.Hole == nil && p.Lit == "" {
			continue
		}
		if n := len(t); p.Hole == nil && n > 0 && t[n-1].Hole == nil {
			t[n-1].Lit += p.Lit
			continue
		}
		t = append(t, p)
	}
	return t
}

// Text returns the template's text, and whether it is text alone.
func (t Template) Text() (string, bool) {
	switch {
	case len(t) == 0:
		return "", true
	case len(t) == 1 && t[0].Hole == nil:
		return t[0].Lit, true
	}
	return "", false
}

// Holes returns the holes of t in order, those inside digests and repeated
// parts not included.
func (t Template) Holes() []*Hole {
	var hs []*Hole
	for _, p := range t {
		if p.Hole != nil {
			hs = append(hs, p.Hole)
		}
	}
	return hs
}

// String prints the template as DESIGN's inventory does: a hole is {expr},
// literal braces are doubled.
func (t Template) String() string {
	var b strings.Builder
	for _, p := range t {
		if p.Hole != nil {
			b.WriteString(Escape(p.Hole.Opening()))
			b.WriteByte('{')
			b.WriteString(p.Hole.String())
			b.WriteByte('}')
			continue
		}
		b.WriteString(Escape(p.Lit))
	}
	return b.String()
}

// Escape doubles the braces of literal text.
func Escape(s string) string {
	if !strings.ContainsAny(s, "{}") {
		return s
	}
	return strings.NewReplacer("{", "{{", "}", "}}").Replace(s)
}

// identity is what makes two templates the same shape: what they print and
// where their holes come from. Two parameters of one name in two functions
// must not fall together.
func (t Template) identity(b *strings.Builder) {
	for _, p := range t {
		if p.Hole == nil {
			b.WriteByte('L')
			b.WriteString(p.Lit)
		} else {
			b.WriteByte('H')
			p.Hole.identity(b)
		}
		b.WriteByte(0)
	}
}

// A Set is the templates that an expression can have, without doubles, in the
// order of what they print. The empty set is the value of an expression that
// is never reached.
type Set []Template

// One returns the set that holds t alone.
func One(t Template) Set { return Set{t} }

// Text returns the set that is the text s alone.
func Text(s string) Set { return Set{Lit(s)} }

// HoleSet returns the set that is one hole.
func HoleSet(h *Hole) Set { return Set{Of(h)} }

// Strings prints every template of the set.
func (s Set) Strings() []string {
	out := make([]string, 0, len(s))
	for _, t := range s {
		out = append(out, t.String())
	}
	return slices.Compact(out)
}

// String prints the set, alternatives apart by " | ".
func (s Set) String() string { return strings.Join(s.Strings(), " | ") }

// Without returns s without a text, unless that is all of it.
func (s Set) Without(text string) Set {
	out := slices.DeleteFunc(slices.Clone(s), func(t Template) bool {
		have, ok := t.Text()
		return ok && have == text
	})
	if len(out) == 0 {
		return s
	}
	return out
}

// Join returns the union of sets. Past MaxAlternatives it is one unknown hole:
// never a part of the truth.
func Join(sets ...Set) Set {
	n := 0
	for _, s := range sets {
		n += len(s)
	}
	all := make(Set, 0, n)
	for _, s := range sets {
		all = append(all, s...)
	}
	return all.normal()
}

func (s Set) normal() Set {
	if len(s) < 2 {
		return s
	}
	type keyed struct {
		print, id string
		t         Template
	}
	ks := make([]keyed, len(s))
	for i, t := range s {
		var id strings.Builder
		t.identity(&id)
		ks[i] = keyed{t.String(), id.String(), t}
	}
	slices.SortFunc(ks, func(a, b keyed) int {
		return cmp.Or(strings.Compare(a.print, b.print), strings.Compare(a.id, b.id))
	})
	ks = slices.CompactFunc(ks, func(a, b keyed) bool { return a.id == b.id })
	if len(ks) > MaxAlternatives {
		return HoleSet(Unknown(TooMany))
	}
	out := make(Set, len(ks))
	for i, k := range ks {
		out[i] = k.t
	}
	if out.Size(MaxSize+1) > MaxSize {
		return HoleSet(Unknown(TooBig))
	}
	return out
}

// Cross returns every concatenation of one template of each set.
func Cross(sets ...Set) Set {
	out := Set{nil}
	for _, s := range sets {
		if len(out) == 1 && out[0].over() {
			return out
		}
		if len(s) == 1 { // the common case: no product
			for i, t := range out {
				out[i] = bounded(t.extend(s[0])) // made here, by Concat or from nothing
			}
			continue
		}
		if len(out)*len(s) > MaxProduct {
			return HoleSet(Unknown(TooMany))
		}
		var next Set
		for _, a := range out {
			for _, b := range s {
				next = append(next, bounded(Concat(a, b)))
			}
		}
		out = next.normal()
	}
	if out.Size(MaxSize+1) > MaxSize {
		return HoleSet(Unknown(TooBig))
	}
	return out
}
