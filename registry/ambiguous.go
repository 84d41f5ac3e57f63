package registry

import (
	"fmt"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// BetweenInputs is the kind of the collisions that Ambiguous finds.
const BetweenInputs CollisionKind = "inputs"

// An AmbPart is a piece of a key whose ambiguity is asked for.
type AmbPart struct {
	Lit  string // literal text, when Name is ""
	Name string // names a hole in the counter-example
	// Form is what the hole's text can look like, as in ShapePart. Is, when it
	// is not "", says it instead: a segment's form, or an RE2 expression.
	Form, Is string
	// Marked holes are those that must not be confused. If none is marked, no
	// hole must be.
	Marked bool
}

// Ambiguous says whether two inputs that differ in a marked hole give one key,
// with a counter-example if so: the shortest whose texts are neither empty nor
// begin or end with one of the key's separators, or else the shortest. decided
// is false when a bound was hit or an expression in Is is bad: then nothing is
// known.
func Ambiguous(parts []AmbPart) (c *Collision, decided bool) {
	p, ok := adHoc(parts)
	if !ok {
		return nil, false
	}
	r := &reading{p: p, langs: make([]*automata.NFA, len(parts))}
	for i, part := range parts {
		switch {
		case part.Name == "":
			r.langs[i] = automata.Literal(part.Lit)
		default:
			r.langs[i] = expression(PartForm(part))
		}
	}
	if r.nfa, r.owner, r.err = automata.Concat(r.langs...); r.err != nil {
		return nil, false
	}
	readable := r.readable(separatorSet(p))
	for _, from := range []*reading{readable, r} {
		c, err := from.confused(marked(parts))
		if err == nil && c != nil {
			return c, true
		}
		if from == r {
			return nil, err == nil
		}
	}
	return nil, false
}

// PartForm is the RE2 expression of the texts that a hole can be.
func PartForm(p AmbPart) string {
	if p.Is == "" {
		return holeForm(p.Form)
	}
	if named, ok := segmentForms[p.Is]; ok {
		return named
	}
	return p.Is
}

// adHoc returns the parts as a pattern, and false if an expression is bad.
func adHoc(parts []AmbPart) (*Pattern, bool) {
	p := &Pattern{}
	for i, part := range parts {
		if part.Name == "" {
			p.Parts = append(p.Parts, Part{Lit: part.Lit})
			continue
		}
		if _, named := segmentForms[part.Is]; !named && part.Is != "" {
			if n, err := automata.Compile(part.Is); err != nil || n.None() {
				return nil, false
			}
		}
		p.Parts = append(p.Parts, Part{Segment: &Segment{Name: part.Name, Pos: Position{Line: i}}})
	}
	return p, true
}

// marked lists the holes that must not be confused.
func marked(parts []AmbPart) []int {
	var holes, marked []int
	for i, p := range parts {
		if p.Name == "" {
			continue
		}
		holes = append(holes, i)
		if p.Marked {
			marked = append(marked, i)
		}
	}
	if len(marked) == 0 {
		return holes
	}
	return marked
}

// confused returns the shortest key with two readings that differ in one of
// the given parts.
func (r *reading) confused(parts []int) (*Collision, error) {
	if r.err != nil {
		return nil, r.err
	}
	product, err := automata.NewProduct(r.nfa, r.nfa)
	if err != nil {
		return nil, err
	}
	var best *Collision
	for _, i := range parts {
		marks := r.marks(i)
		w, err := product.ShortestDiffer(marks, marks)
		if err != nil {
			return nil, err
		}
		if w == nil || best != nil && len(w.Word) >= len([]rune(best.Key)) {
			continue
		}
		best = &Collision{Kind: BetweenInputs, Key: string(w.Word)}
		best.Sides = [2]Side{{Values: r.values(w, w.A)}, {Values: r.values(w, w.B)}}
		if fmt.Sprint(best.Sides[1].Values) < fmt.Sprint(best.Sides[0].Values) {
			best.Sides[0], best.Sides[1] = best.Sides[1], best.Sides[0]
		}
	}
	return best, nil
}
