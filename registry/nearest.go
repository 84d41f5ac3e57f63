package registry

import (
	"unicode"
)

// A piece is a word or separator of a shape's or pattern's literal text, or a
// hole or segment.
type piece struct {
	text string
	hole bool
}

func (p piece) word() bool {
	for _, r := range p.text {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

// cut splits literal text into words and single separators.
func cut(out []piece, lit string) []piece {
	start := -1
	for i, r := range lit {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			out = append(out, piece{text: lit[start:i]})
			start = -1
		}
		out = append(out, piece{text: string(r)})
	}
	if start >= 0 {
		out = append(out, piece{text: lit[start:]})
	}
	return out
}

// Bounds of Nearest. What is longer is near nothing.
const (
	maxPieces = 256
	maxWord   = 64 // bytes of a word that can be another's misspelling
)

// The costs of Nearest: what stands in only one of the two costs gapCost, a
// word that is another's misspelling nearCost.
const (
	gapCost  = 2
	nearCost = 1
)

func changeCost(a, b piece) int {
	switch {
	case a == b:
		return 0
	case a.hole || b.hole:
		if (a.hole || a.word()) && (b.hole || b.word()) {
			return gapCost
		}
		return 2 * gapCost
	case a.word() && b.word():
		if alike(a.text, b.text) {
			return nearCost
		}
		return gapCost
	case !a.word() && !b.word():
		return gapCost
	}
	return 2 * gapCost
}

// alike reports whether two words could be one, misspelt or in the plural.
func alike(a, b string) bool {
	if len(a) > maxWord || len(b) > maxWord {
		return false
	}
	d := editDistance(a, b)
	return d <= 2 && 2*d < min(len(a), len(b))
}

// Nearest returns the pattern that a person would call the nearest to s, nil
// if none is near: it begins with the same or a like word and at most half of
// it would have to change, or a third if it begins otherwise.
func (r *Registry) Nearest(s Shape) *Pattern {
	var have []piece
	lit := ""
	for _, p := range s {
		if p.Hole == Literal {
			lit += p.Lit
			continue
		}
		have = append(cut(have, lit), piece{hole: true})
		lit = ""
	}
	have = cut(have, lit)
	if len(have) == 0 || len(have) > maxPieces {
		return nil
	}
	var best *Pattern
	least, bestAlike := 0, false
	for _, p := range r.Keys {
		var want []piece
		for _, part := range p.Parts {
			if part.Segment != nil {
				want = append(want, piece{hole: true})
			} else {
				want = cut(want, part.Lit)
			}
		}
		d := distance(len(have), len(want), gapCost, func(i, j int) int { return changeCost(have[i], want[j]) })
		size := gapCost * max(len(have), len(want))
		limit := size / 3
		begins := len(want) > 0 && !want[0].hole && changeCost(have[0], want[0]) <= nearCost
		if begins {
			limit = size / 2
		}
		if d <= limit && (best == nil || begins && !bestAlike || begins == bestAlike && d < least) {
			best, least, bestAlike = p, d, begins
		}
	}
	return best
}
