package registry_test

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// A form is a regular expression and what it matches, worked out from its
// structure and not by matching.
type form struct {
	source string
	words  []word // of up to maxKey runes, without doubles
}

// A word is a text over the alphabet: its length and its number in base 3.
type word struct{ size, value uint16 }

var powers = [maxKey + 1]uint16{1, 3, 9, 27, 81, 243, 729, 2187, 6561}

// offsets number all words: first that of length 0, then those of length 1 …
var offsets = [maxKey + 2]uint16{0, 1, 4, 13, 40, 121, 364, 1093, 3280, 9841}

func (w word) id() uint16 { return offsets[w.size] + w.value }

func (w word) then(v word) word { return word{w.size + v.size, w.value*powers[v.size] + v.value} }

func wordOf(s string) word {
	w := word{}
	for _, r := range s {
		w = w.then(word{1, uint16(strings.IndexRune(alphabet, r))})
	}
	return w
}

func union(sets ...[]word) []word {
	var seen [9841]bool
	var out []word
	for _, s := range sets {
		for _, w := range s {
			if !seen[w.id()] {
				seen[w.id()] = true
				out = append(out, w)
			}
		}
	}
	slices.SortFunc(out, func(a, b word) int { return int(a.id()) - int(b.id()) })
	return out
}

func product(a, b []word) []word {
	var out []word
	for _, x := range a {
		for _, y := range b { // in the order of length
			if x.size+y.size > maxKey {
				break
			}
			out = append(out, x.then(y))
		}
	}
	return union(out)
}

func repeated(a []word) []word {
	all := []word{{}}
	for {
		more := union(all, product(all, a))
		if len(more) == len(all) {
			return all
		}
		all = more
	}
}

var (
	letters = func() (out []word) {
		for i := range uint16(3) {
			out = append(out, word{1, i})
		}
		return out
	}()
	anyForm = form{"[ab:]+", product(letters, repeated(letters))}
)

func randomForm(r *rand.Rand, depth int) form {
	switch n := r.IntN(8); {
	case depth == 0 || n < 3:
		k := r.IntN(3)
		return form{string(alphabet[k]), letters[k : k+1]}
	case n == 3:
		return form{"[ab]", letters[:2]}
	case n == 4:
		a, b := randomForm(r, depth-1), randomForm(r, depth-1)
		return form{"(?:" + a.source + "|" + b.source + ")", union(a.words, b.words)}
	case n == 5:
		a := randomForm(r, depth-1)
		switch r.IntN(3) {
		case 0:
			return form{"(?:" + a.source + ")*", repeated(a.words)}
		case 1:
			return form{"(?:" + a.source + ")+", product(a.words, repeated(a.words))}
		}
		return form{"(?:" + a.source + ")?", union([]word{{}}, a.words)}
	default:
		a, b := randomForm(r, depth-1), randomForm(r, depth-1)
		return form{a.source + b.source, product(a.words, b.words)}
	}
}
