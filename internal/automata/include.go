package automata

import (
	"encoding/binary"
	"math"
	"slices"
)

// Include reports whether every word of a is a word of b. It makes as much of
// b deterministic as a's words need, and returns ErrBound when that is more
// than MaxSubsets sets of positions.
func Include(a, b *NFA) (bool, error) {
	if a.Empty && !b.Empty {
		return false, nil
	}
	type pair struct {
		p   int32
		set string
	}
	seen := map[pair]bool{}
	type item struct {
		p  int32
		qs []int32
	}
	var todo []item
	// read takes the runes of position p of a, with b at any position of qs.
	read := func(p int32, qs []int32) bool {
		for _, cell := range cells(a.Sym[p], b, qs) {
			if a.Last[p] && !slices.ContainsFunc(cell, func(q int32) bool { return b.Last[q] }) {
				return false
			}
			if k := (pair{p, setKey(cell)}); !seen[k] {
				seen[k] = true
				todo = append(todo, item{p, cell})
			}
		}
		return true
	}
	for _, p := range a.First {
		if !read(p, b.First) {
			return false, nil
		}
	}
	for len(todo) > 0 {
		it := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		var next []int32
		for _, q := range it.qs {
			next = append(next, b.Follow[q]...)
		}
		slices.Sort(next)
		next = slices.Compact(next)
		for _, p := range a.Follow[it.p] {
			if !read(p, next) {
				return false, nil
			}
		}
		if len(seen) > MaxSubsets {
			return false, ErrBound
		}
	}
	return true, nil
}

// cells returns, for the runes of s, the different subsets of qs that take one
// rune, the empty one included if some rune is taken by none.
func cells(s Set, n *NFA, qs []int32) [][]int32 {
	var cuts []rune // where one of the sets begins or ends
	for _, r := range s {
		cuts = append(cuts, r.Lo)
	}
	for _, q := range qs {
		for _, r := range n.Sym[q] {
			cuts = append(cuts, r.Lo, r.Hi+1)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out [][]int32
	seen := map[string]bool{}
	for _, r := range cuts {
		if !s.Has(r) {
			continue
		}
		var cell []int32
		for _, q := range qs {
			if n.Sym[q].Has(r) {
				cell = append(cell, q)
			}
		}
		if k := setKey(cell); !seen[k] {
			seen[k] = true
			out = append(out, cell)
		}
	}
	return out
}

func setKey(qs []int32) string {
	b := make([]byte, 0, 4*len(qs))
	for _, q := range qs {
		b = binary.LittleEndian.AppendUint32(b, uint32(q))
	}
	return string(b)
}

// Bits returns the logarithm to base 2 of the number of n's words: infinity if
// there are infinitely many, and 0 if they can't be counted because a word has
// several runs (so that the answer is never too large).
func Bits(n *NFA) float64 {
	if !n.Deterministic() {
		if n.infinite() {
			return math.Inf(1)
		}
		return 0
	}
	const unknown, open = -1, -2
	bits := make([]float64, len(n.Sym))
	for i := range bits {
		bits[i] = unknown
	}
	var from func(p int32) float64
	from = func(p int32) float64 {
		switch bits[p] {
		case unknown:
		case open: // a loop: it can be gone through any number of times
			return math.Inf(1)
		default:
			return bits[p]
		}
		bits[p] = open
		words := math.Inf(-1)
		if n.Last[p] {
			words = 0
		}
		for _, q := range n.Follow[p] {
			words = addLogs(words, from(q))
		}
		size := 0.0
		for _, r := range n.Sym[p] {
			size += float64(r.Hi-r.Lo) + 1
		}
		bits[p] = words + math.Log2(size)
		return bits[p]
	}
	all := math.Inf(-1)
	if n.Empty {
		all = 0
	}
	for _, p := range n.First {
		all = addLogs(all, from(p))
	}
	return max(all, 0)
}

// addLogs returns log2(2^a + 2^b).
func addLogs(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(a, 0) {
		return a
	}
	return a + math.Log2(1+math.Exp2(b-a))
}

// infinite reports whether n has infinitely many words: whether a position
// comes after itself.
func (n *NFA) infinite() bool {
	for p := range n.Sym {
		seen := make([]bool, len(n.Sym))
		reach(seen, n.Follow[p], func(q int32) []int32 { return n.Follow[q] })
		if seen[p] {
			return true
		}
	}
	return false
}

// Deterministic reports whether no word has two runs: positions that can come
// next never share a rune.
func (n *NFA) Deterministic() bool {
	apart := func(ps []int32) bool {
		for i, p := range ps {
			for _, q := range ps[:i] {
				if n.Sym[p].Meets(n.Sym[q]) {
					return false
				}
			}
		}
		return true
	}
	if !apart(n.First) {
		return false
	}
	for _, f := range n.Follow {
		if !apart(f) {
			return false
		}
	}
	return true
}
