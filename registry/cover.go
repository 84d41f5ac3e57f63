package registry

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// Bounds of Cover. A shape past one is covered by no pattern: it is reported
// as unregistered, never taken for fine.
const (
	MaxShape      = 4096    // runes and holes of a shape
	maxCoverSteps = 1 << 17 // places looked at for one shape and one pattern
)

// An atom is what a shape is made of when it is read closely: a rune, or a
// hole.
type atom struct {
	r    rune
	hole bool
	part int // index in the shape
}

func atoms(s Shape) []atom {
	var out []atom
	for i, p := range s {
		if p.Hole != Literal {
			out = append(out, atom{hole: true, part: i})
			continue
		}
		for _, r := range p.Lit {
			out = append(out, atom{r: r, part: i})
		}
	}
	return out
}

// Cover returns how s fits each pattern that it fits, in file order.
//
// The pattern's literal text must be literal text of the shape, rune by rune;
// a segment takes one or more holes, with literal text between and around them
// as far as its form accepts it. A text segment takes no literal text with a
// separator in it, which is a rune that stands next to the segment in the
// pattern and is no letter or digit: project:{t}:{id}:members is not
// project:{tenant}:{project_id}. Of several ways to fit one pattern, the one
// with the fewest misfits is taken, then the one whose segments take the least
// literal text.
func (r *Registry) Cover(s Shape) []Cover {
	as := atoms(s)
	if len(as) == 0 || len(as) > MaxShape {
		return nil
	}
	var out []Cover
	for _, p := range r.Keys {
		if len(p.Parts) == 0 || !mayBegin(p, as) {
			continue
		}
		f := &fitter{p: p, shape: s, atoms: as, memo: map[place]*fit{}}
		best := f.from(place{})
		if best == nil || f.steps > maxCoverSteps {
			continue
		}
		out = append(out, f.cover())
	}
	return out
}

// mayBegin reports whether the shape's first atom can be the pattern's.
func mayBegin(p *Pattern, as []atom) bool {
	if p.Parts[0].Segment != nil {
		return true
	}
	for i, r := range []rune(p.Parts[0].Lit) {
		if i >= len(as) || as[i].hole || as[i].r != r {
			return false
		}
	}
	return true
}

// A place is where a fit goes on: at a part of the pattern and an atom.
type place struct{ part, atom int }

// A fit is the best way to fit the rest of a pattern from a place.
type fit struct {
	end     int // the atom where the part at this place ends
	misfits int
	text    int // literal runes in segments
	misfit  bool
}

func (f *fit) less(g *fit) bool {
	switch {
	case g == nil:
		return true
	case f.misfits != g.misfits:
		return f.misfits < g.misfits
	}
	return f.text < g.text
}

// A fitter fits one shape to one pattern. Every place is worked out once.
type fitter struct {
	p     *Pattern
	shape Shape
	atoms []atom
	memo  map[place]*fit
	steps int
}

// from returns the best fit of the rest from a place, nil if there is none.
func (f *fitter) from(at place) *fit {
	if at.part == len(f.p.Parts) {
		if at.atom == len(f.atoms) {
			return &fit{end: at.atom}
		}
		return nil
	}
	if known, ok := f.memo[at]; ok {
		return known
	}
	var best *fit
	if seg := f.p.Parts[at.part].Segment; seg != nil {
		best = f.segment(at, seg)
	} else if end, ok := f.literal(at); ok {
		if rest := f.from(place{at.part + 1, end}); rest != nil {
			c := *rest
			c.end, c.misfit = end, false
			best = &c
		}
	}
	f.memo[at] = best
	return best
}

func (f *fitter) literal(at place) (end int, ok bool) {
	end = at.atom
	for _, r := range f.p.Parts[at.part].Lit {
		if end >= len(f.atoms) || f.atoms[end].hole || f.atoms[end].r != r {
			return 0, false
		}
		end++
	}
	return end, true
}

// segment tries every end for the segment that begins at a place. Two sets of
// states read what it would take: one with each hole's own form, which says
// whether it is a misfit, and one with free text for each hole, which says
// whether the literal text can stand there at all.
func (f *fitter) segment(at place, seg *Segment) *fit {
	lang := language(seg.Is)
	formed, free := automata.NewStates(lang), automata.NewStates(lang)
	banned := f.separators(at.part, seg)
	var best *fit
	text := 0
	for i := at.atom; i < len(f.atoms); i++ {
		if f.steps++; f.steps > maxCoverSteps {
			return nil
		}
		a := f.atoms[i]
		if a.hole {
			formed.Through(holeLanguage(f.shape[a.part].Form))
			free.Through(holeLanguage(""))
		} else {
			if strings.ContainsRune(banned, a.r) {
				break
			}
			formed.Step(a.r)
			free.Step(a.r)
			text++
		}
		if free.Dead() {
			break
		}
		if !free.Accepts() {
			continue
		}
		rest := f.from(place{at.part + 1, i + 1})
		if rest == nil {
			continue
		}
		c := &fit{end: i + 1, misfits: rest.misfits, text: rest.text + text, misfit: !formed.Accepts()}
		if c.misfit {
			c.misfits++
		}
		if c.less(best) {
			best = c
		}
	}
	return best
}

// separators returns the runes next to a text segment in its pattern that are
// no letters or digits.
func (f *fitter) separators(part int, seg *Segment) string {
	if seg.Is != formText {
		return ""
	}
	return separatorsAround(f.p, part)
}

// separatorsAround returns the runes next to a part of a pattern that are no
// letters or digits.
func separatorsAround(p *Pattern, part int) string {
	var out []rune
	if part > 0 {
		if before := []rune(p.Parts[part-1].Lit); len(before) > 0 {
			out = append(out, before[len(before)-1])
		}
	}
	if part+1 < len(p.Parts) {
		if after := []rune(p.Parts[part+1].Lit); len(after) > 0 {
			out = append(out, after[0])
		}
	}
	var seps []rune
	for _, r := range out {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			seps = append(seps, r)
		}
	}
	return string(seps)
}

// cover reads the best fit out of the memo.
func (f *fitter) cover() Cover {
	c := Cover{Pattern: f.p}
	for at := (place{}); at.part < len(f.p.Parts); {
		best := f.memo[at]
		if seg := f.p.Parts[at.part].Segment; seg != nil {
			fill := Fill{Segment: seg, Parts: f.slice(at.atom, best.end)}
			if best.misfit {
				fill.Misfit = misfit(fill)
			}
			c.Fills = append(c.Fills, fill)
		}
		at = place{at.part + 1, best.end}
	}
	return c
}

// slice returns the atoms from a to b as a shape.
func (f *fitter) slice(a, b int) Shape {
	var out Shape
	for i := a; i < b; i++ {
		at := f.atoms[i]
		switch n := len(out); {
		case at.hole:
			out = append(out, f.shape[at.part])
		case n > 0 && out[n-1].Hole == Literal:
			out[n-1].Lit += string(at.r)
		default:
			out = append(out, ShapePart{Lit: string(at.r), Hole: Literal})
		}
	}
	return out
}

// misfit says why a fill can't have its segment's form.
func misfit(f Fill) string {
	have := "this text"
	if len(f.Parts) == 1 && f.Parts[0].Hole != Literal {
		have = formNames[f.Parts[0].Form]
	}
	switch f.Segment.Is {
	case formUUID:
		return have + " is no uuid"
	case formInt:
		return have + " is no integer"
	case formSlug:
		return have + " is no slug"
	case formText:
		return have + " can be empty only"
	}
	return fmt.Sprintf("%s does not match %s", have, f.Segment.Is)
}
