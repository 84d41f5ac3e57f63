// Package automata decides questions about regular languages over runes:
// membership, intersection, inclusion, and whether two ways of reading one
// word disagree about a marked part of it.
//
// Automata are position automata (Glushkov): a state is a place of the
// expression that consumes one rune, so a run over a word says for each rune
// which place took it. Everything has an explicit bound; hitting one is
// [ErrBound], never an answer.
package automata

import (
	"errors"
	"slices"
)

// The bounds.
const (
	MaxPositions = 1 << 16 // of one automaton
	MaxFollow    = 1 << 20 // pairs of successive positions of one automaton
	MaxNodes     = 1 << 19 // pairs of positions of a product
	MaxEdges     = 1 << 22 // edges of a product
	MaxWork      = 1 << 26 // pairs of positions looked at while a product is made
	MaxConfigs   = 1 << 20 // configurations of a search
	MaxSubsets   = 1 << 14 // sets of positions of an automaton that is made deterministic
)

// ErrBound says that an automaton or a search grew past a bound: the question
// is not answered.
var ErrBound = errors.New("too large to decide")

// An NFA is a position automaton. Its words are the texts of the runs that
// begin at a position of First, go along Follow and end at a position of Last,
// and the empty word if Empty.
type NFA struct {
	Sym    []Set     // the runes that each position consumes, never empty
	First  []int32   // in order
	Follow [][]int32 // in order
	Last   []bool
	Empty  bool
}

// None reports whether the automaton has no word at all. It must be trimmed,
// as all constructors of this package leave it.
func (n *NFA) None() bool { return !n.Empty && len(n.First) == 0 }

// Literal returns the automaton of the one word text.
func Literal(text string) *NFA {
	n := &NFA{}
	for _, r := range text {
		n.Sym = append(n.Sym, Set{{r, r}})
	}
	if len(n.Sym) == 0 {
		n.Empty = true
		return n
	}
	n.First = []int32{0}
	n.Last = make([]bool, len(n.Sym))
	n.Last[len(n.Sym)-1] = true
	n.Follow = make([][]int32, len(n.Sym))
	for i := range len(n.Sym) - 1 {
		n.Follow[i] = []int32{int32(i + 1)}
	}
	return n
}

// Concat returns the automaton of the words that are one word of each part, in
// order, and for each of its positions the index of the part that it is from.
// Positions keep their order.
func Concat(parts ...*NFA) (*NFA, []int32, error) {
	out := &NFA{Empty: true}
	var owner []int32
	var open []int32 // positions after which the next part may begin
	edges := 0
	for i, p := range parts {
		base := int32(len(out.Sym))
		if len(out.Sym)+len(p.Sym) > MaxPositions {
			return nil, nil, ErrBound
		}
		first := shift(p.First, base)
		for _, o := range open {
			out.Follow[o] = append(slices.Clip(out.Follow[o]), first...)
			if edges += len(first); edges > MaxFollow {
				return nil, nil, ErrBound
			}
		}
		if out.Empty {
			out.First = append(slices.Clip(out.First), first...)
		}
		if !p.Empty {
			open = nil
		}
		for j, s := range p.Sym {
			out.Sym = append(out.Sym, s)
			out.Follow = append(out.Follow, shift(p.Follow[j], base))
			owner = append(owner, int32(i))
			if p.Last[j] {
				open = append(open, base+int32(j))
			}
		}
		out.Empty = out.Empty && p.Empty
	}
	out.Last = make([]bool, len(out.Sym))
	for _, o := range open {
		out.Last[o] = true
	}
	return out, owner, nil
}

func shift(ps []int32, by int32) []int32 {
	out := make([]int32, len(ps))
	for i, p := range ps {
		out[i] = p + by
	}
	return out
}

// Match reports whether text is a word of n.
func (n *NFA) Match(text string) bool {
	now := NewStates(n)
	for _, r := range text {
		if !now.Step(r) {
			return false
		}
	}
	return now.Accepts()
}

// trim drops the positions that no word uses, and keeps the order of the rest.
func (n *NFA) trim() *NFA {
	forward := make([]bool, len(n.Sym))
	reach(forward, n.First, func(p int32) []int32 { return n.Follow[p] })
	back := make([][]int32, len(n.Sym))
	var ends []int32
	for p, fs := range n.Follow {
		for _, f := range fs {
			back[f] = append(back[f], int32(p))
		}
		if n.Last[p] {
			ends = append(ends, int32(p))
		}
	}
	backward := make([]bool, len(n.Sym))
	reach(backward, ends, func(p int32) []int32 { return back[p] })

	to := make([]int32, len(n.Sym))
	out := &NFA{Empty: n.Empty}
	for p := range n.Sym {
		to[p] = -1
		if forward[p] && backward[p] {
			to[p] = int32(len(out.Sym))
			out.Sym = append(out.Sym, n.Sym[p])
			out.Last = append(out.Last, n.Last[p])
		}
	}
	keep := func(ps []int32) []int32 {
		var kept []int32
		for _, p := range ps {
			if to[p] >= 0 {
				kept = append(kept, to[p])
			}
		}
		return kept
	}
	out.First = keep(n.First)
	for p := range n.Sym {
		if to[p] >= 0 {
			out.Follow = append(out.Follow, keep(n.Follow[p]))
		}
	}
	return out
}

// reach marks everything that is reached from start.
func reach(seen []bool, start []int32, next func(int32) []int32) {
	var stack []int32
	push := func(ps []int32) {
		for _, p := range ps {
			if !seen[p] {
				seen[p] = true
				stack = append(stack, p)
			}
		}
	}
	push(start)
	for len(stack) > 0 {
		p := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		push(next(p))
	}
}
