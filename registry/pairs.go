package registry

import "math/bits"

// A pair is two patterns by index, the first not after the second.
type pair struct{ a, b int }

// A pairSet is a set of pairs of n patterns, a bit each.
type pairSet struct {
	n    int
	bits []uint64
}

func newPairSet(n int) *pairSet { return &pairSet{n, make([]uint64, (n*n+63)/64)} }

func (s *pairSet) add(a, b int) {
	i := min(a, b)*s.n + max(a, b)
	s.bits[i/64] |= 1 << (i % 64)
}

// and keeps the pairs that are in t too.
func (s *pairSet) and(t *pairSet) {
	for i := range s.bits {
		s.bits[i] &= t.bits[i]
	}
}

// take removes the first pairs of s, as many as most, and returns them in
// order.
func (s *pairSet) take(most int, from *int) []pair {
	var out []pair
	for ; *from < len(s.bits) && len(out) < most; *from++ {
		for s.bits[*from] != 0 && len(out) < most {
			bit := bits.TrailingZeros64(s.bits[*from])
			s.bits[*from] &^= 1 << bit
			i := *from*64 + bit
			out = append(out, pair{i / s.n, i % s.n})
		}
		if s.bits[*from] != 0 {
			break
		}
	}
	return out
}

// count returns how many pairs are left.
func (s *pairSet) count() int {
	n := 0
	for _, w := range s.bits {
		n += bits.OnesCount64(w)
	}
	return n
}
