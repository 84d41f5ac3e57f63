package automata

import (
	"slices"
	"unicode/utf8"
)

// A Range is the runes from Lo to Hi, both included.
type Range struct{ Lo, Hi rune }

// A Set is a set of runes: ranges in order, apart from each other. Surrogates
// are never in a Set, since no UTF-8 text holds one.
type Set []Range

const (
	surrogateLo rune = 0xD800
	surrogateHi rune = 0xDFFF
)

// NewSet returns the set of the runes in rs, which may overlap and be in any
// order.
func NewSet(rs ...Range) Set {
	var clean []Range
	for _, r := range rs {
		lo, hi := max(r.Lo, 0), min(r.Hi, utf8.MaxRune)
		clean = append(clean, Range{lo, min(hi, surrogateLo-1)}, Range{max(lo, surrogateHi+1), hi})
	}
	clean = slices.DeleteFunc(clean, func(r Range) bool { return r.Lo > r.Hi })
	slices.SortFunc(clean, func(a, b Range) int { return int(a.Lo - b.Lo) })
	var s Set
	for _, r := range clean {
		if n := len(s); n > 0 && r.Lo <= s[n-1].Hi+1 {
			s[n-1].Hi = max(s[n-1].Hi, r.Hi)
			continue
		}
		s = append(s, r)
	}
	return s
}

// Any is the set of all runes.
var Any = NewSet(Range{0, utf8.MaxRune})

// SetOf returns the set of the runes of text.
func SetOf(text string) Set {
	var rs []Range
	for _, r := range text {
		rs = append(rs, Range{r, r})
	}
	return NewSet(rs...)
}

// Has reports whether r is in s.
func (s Set) Has(r rune) bool {
	_, found := slices.BinarySearchFunc(s, r, func(x Range, r rune) int {
		switch {
		case x.Hi < r:
			return -1
		case x.Lo > r:
			return 1
		}
		return 0
	})
	return found
}

// And returns the runes that are in both sets.
func (s Set) And(t Set) Set {
	var out Set
	for i, j := 0, 0; i < len(s) && j < len(t); {
		lo, hi := max(s[i].Lo, t[j].Lo), min(s[i].Hi, t[j].Hi)
		if lo <= hi {
			out = append(out, Range{lo, hi})
		}
		if s[i].Hi < t[j].Hi {
			i++
		} else {
			j++
		}
	}
	return out
}

// Meets reports whether a rune is in both sets.
func (s Set) Meets(t Set) bool {
	for i, j := 0, 0; i < len(s) && j < len(t); {
		if max(s[i].Lo, t[j].Lo) <= min(s[i].Hi, t[j].Hi) {
			return true
		}
		if s[i].Hi < t[j].Hi {
			i++
		} else {
			j++
		}
	}
	return false
}

// Not returns the runes that are not in s.
func (s Set) Not() Set {
	var out []Range
	next := rune(0)
	for _, r := range s {
		if r.Lo > next {
			out = append(out, Range{next, r.Lo - 1})
		}
		next = r.Hi + 1
	}
	if next <= utf8.MaxRune {
		out = append(out, Range{next, utf8.MaxRune})
	}
	return NewSet(out...)
}

// Single returns the rune of a set that has one.
func (s Set) Single() (rune, bool) {
	if len(s) == 1 && s[0].Lo == s[0].Hi {
		return s[0].Lo, true
	}
	return 0, false
}

// Pick returns a rune of s that reads well, other than not (-1 to allow all):
// the first of the preferred ones, else the smallest printable ASCII one, else
// the smallest. It reports false when s has no other rune than not.
func (s Set) Pick(preferred string, not rune) (rune, bool) {
	for _, r := range preferred {
		if r != not && s.Has(r) {
			return r, true
		}
	}
	for r := rune(' '); r <= '~'; r++ {
		if r != not && s.Has(r) {
			return r, true
		}
	}
	for _, r := range s {
		if r.Lo != not {
			return r.Lo, true
		}
		if r.Hi > r.Lo {
			return r.Lo + 1, true
		}
	}
	return 0, false
}
