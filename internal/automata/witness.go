package automata

import "strings"

// A Witness is a common word, and which position of each automaton took each
// of its runes.
type Witness struct {
	Word []rune
	A, B []int32
}

// TextA returns the runes that A took at marked positions.
func (w *Witness) TextA(marked []bool) string { return text(w.Word, w.A, marked) }

// TextB returns the runes that B took at marked positions.
func (w *Witness) TextB(marked []bool) string { return text(w.Word, w.B, marked) }

func text(word []rune, at []int32, marked []bool) string {
	var b strings.Builder
	for i, r := range word {
		if marked[at[i]] {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Shortest returns a shortest common word. It must not be called if None.
func (p *Product) Shortest() *Witness {
	if p.Empty {
		return &Witness{}
	}
	from := make([]int32, len(p.nodes))
	seen := make([]bool, len(p.nodes))
	var queue []int32
	visit := func(to []int32, by int32) {
		for _, j := range to {
			if !seen[j] {
				seen[j], from[j] = true, by
				queue = append(queue, j)
			}
		}
	}
	visit(p.first, -1)
	for k := 0; k < len(queue); k++ {
		i := queue[k]
		if p.last[i] {
			var path []int32
			for ; i >= 0; i = from[i] {
				path = append(path, i)
			}
			return p.witness(reversed(path), -1, -1)
		}
		visit(p.next[i], i)
	}
	return nil
}

func reversed(path []int32) []int32 {
	for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
		path[i], path[j] = path[j], path[i]
	}
	return path
}

// The modes of the search for a shortest word whose marked texts differ.
const (
	counting    = iota // count is A's marked runes less B's; ends where that is not 0
	aheadA             // A's rune is remembered, B comes to its index after count more
	aheadB             // the other way round
	differsHere        // the texts differ, whatever follows
)

// A config is a way through the product, as far as it matters.
type config struct {
	at    int32
	mode  int8
	count int32
	rune  rune
}

// A visit is a config with where it came from, in a list of visits.
type visit struct {
	config
	from int32
}

// ShortestDiffer returns a shortest common word with a run of A and a run of B
// whose marked texts differ, ErrBound if the search grows too large, and nil
// if Differ says that there is none.
func (p *Product) ShortestDiffer(inA, inB []bool) (*Witness, error) {
	if any, err := p.Differ(inA, inB); err != nil || !any {
		return nil, err
	}
	s := &searcher{p: p, inA: inA, inB: inB, seen: map[config]bool{}}
	for _, i := range p.first {
		s.read(config{mode: counting}, -1, i)
	}
	for k := 0; k < len(s.visits); k++ {
		v := s.visits[k]
		if p.last[v.at] && (v.mode == differsHere || v.mode == counting && v.count != 0) {
			return s.witness(int32(k)), nil
		}
		for _, j := range p.next[v.at] {
			s.read(v.config, int32(k), j)
		}
		if len(s.visits) > MaxConfigs {
			return nil, ErrBound
		}
	}
	return nil, nil
}

type searcher struct {
	p        *Product
	inA, inB []bool
	seen     map[config]bool
	visits   []visit // in the order of their words' lengths
}

func (s *searcher) push(c config, from int32) {
	if !s.seen[c] {
		s.seen[c] = true
		s.visits = append(s.visits, visit{c, from})
	}
}

// read goes from a config over node i, in every way there is.
func (s *searcher) read(c config, from, i int32) {
	a, b := s.inA[s.p.nodes[i].a], s.inB[s.p.nodes[i].b]
	label := s.p.label(i)
	switch c.mode {
	case differsHere:
		s.push(config{at: i, mode: differsHere}, from)
	case aheadA:
		s.wait(c, from, i, b, label)
	case aheadB:
		s.wait(c, from, i, a, label)
	case counting:
		s.push(config{at: i, mode: counting, count: c.count + s.p.weight(i, s.inA, s.inB)}, from)
		if c.count == 0 && a && b {
			return // the same rune of the word
		}
		if a && c.count >= 0 {
			s.push(config{i, aheadA, c.count - one(b), rememberedRune(label)}, from)
		}
		if b && c.count <= 0 {
			s.push(config{i, aheadB, -c.count - one(a), rememberedRune(label)}, from)
		}
	}
}

// wait reads node i while the one behind, whose rune is marked or not, comes
// to the index of the remembered rune.
func (s *searcher) wait(c config, from, i int32, marked bool, label Set) {
	switch {
	case !marked:
		c.at = i
		s.push(c, from)
	case c.count > 0:
		c.at, c.count = i, c.count-1
		s.push(c, from)
	case canDiffer(c.rune, label):
		s.push(config{at: i, mode: differsHere}, from)
	}
}

func one(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// witness returns the word of a visit.
func (s *searcher) witness(k int32) *Witness {
	var path []int32
	guess, other := -1, -1 // places in path, from its end, of the two runes that differ
	mode := s.visits[k].mode
	for ; k >= 0; k = s.visits[k].from {
		v := s.visits[k]
		if mode == differsHere && v.mode != differsHere {
			other, mode = len(path)-1, v.mode
		}
		if (mode == aheadA || mode == aheadB) && v.mode == counting {
			guess, mode = len(path)-1, counting
		}
		path = append(path, v.at)
	}
	if mode == aheadA || mode == aheadB {
		guess = len(path) - 1
	}
	// One that is not there is behind the last.
	return s.p.witness(reversed(path), len(path)-1-guess, len(path)-1-other)
}

// witness chooses runes for a way through the product, so that a person can
// read the word: letters in order where any letter will do. The runes at
// places i and j, where the way has them, are made to differ.
func (p *Product) witness(path []int32, i, j int) *Witness {
	w := &Witness{}
	letters, digits := 0, 0
	for k, n := range path {
		not := rune(-1)
		if k == j && k > i {
			not = w.Word[i]
		}
		label := p.label(n)
		if k == i {
			if only, ok := p.label(path[j]).Single(); ok {
				not = only
			}
		}
		w.Word = append(w.Word, choose(label, not, &letters, &digits))
		w.A = append(w.A, p.nodes[n].a)
		w.B = append(w.B, p.nodes[n].b)
	}
	return w
}

// choose picks a rune of a label other than not.
func choose(label Set, not rune, letters, digits *int) rune {
	preferred := ""
	switch {
	case label.Has('a') && label.Has('z'):
		preferred = string(rune('a'+*letters%26)) + string(rune('a'+(*letters+1)%26))
		*letters++
	case label.Has('a') && label.Has('0'):
		preferred = "0"
	case label.Has('1') && label.Has('2'):
		preferred = string(rune('1'+*digits%9)) + string(rune('1'+(*digits+1)%9))
		*digits++
	}
	r, _ := label.Pick(preferred, not)
	return r
}
