package automata

// Some returns a shortest word of n, and false if it has none.
func Some(n *NFA) (string, bool) {
	p, err := NewProduct(n, anything)
	if err != nil || p.None() {
		return "", false
	}
	return string(p.Shortest().Word), true
}

var anything = &NFA{Sym: []Set{Any}, First: []int32{0}, Follow: [][]int32{{0}}, Last: []bool{true}, Empty: true}

// Another returns a word of n other than text, a shortest one, and false if
// text is all that n has.
func Another(n *NFA, text string) (string, bool) {
	p, err := NewProduct(n, Not(text))
	if err != nil || p.None() {
		return "", false
	}
	return string(p.Shortest().Word), true
}

// Not returns the automaton of all texts but one. It is a chain of the text's
// runes, with a way out before each of them and behind the last.
func Not(text string) *NFA {
	word := []rune(text)
	n := &NFA{Empty: len(word) > 0}
	// Positions 0..len-1 follow the text, len..2len-1 leave it at that rune
	// (or go beyond it: the last one), and the last stays away.
	away := int32(2*len(word) + 1)
	for _, r := range word {
		n.Sym = append(n.Sym, Set{{r, r}})
	}
	for _, r := range word {
		n.Sym = append(n.Sym, Set{{r, r}}.Not())
	}
	n.Sym = append(n.Sym, Any, Any) // beyond the text's end; away
	for i := range n.Sym {
		switch {
		case i < len(word):
			n.Follow = append(n.Follow, n.out(i+1, len(word)))
			n.Last = append(n.Last, i+1 < len(word))
		default:
			n.Follow = append(n.Follow, []int32{away})
			n.Last = append(n.Last, true)
		}
	}
	n.First = n.out(0, len(word))
	return n.trim()
}

// out lists the positions that can read the rune at index i of a text of size
// runes: the text's own, or one that leaves it.
func (n *NFA) out(i, size int) []int32 {
	if i == size {
		return []int32{int32(2 * size)}
	}
	return []int32{int32(i), int32(size + i)}
}
