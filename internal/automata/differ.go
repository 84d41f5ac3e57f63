package automata

// This file decides whether two ways of reading one word can disagree about a
// marked part of it. docs/isolation.md has the argument; in short:
//
// Let weight(node) be 1 if only A's position is marked, -1 if only B's is, and
// 0 otherwise. The marked texts have different lengths iff the weights on the
// way do not add up to 0. In a trimmed product all ways add up to 0 iff every
// node has one sum, whatever way leads to it (its potential), and every end
// has 0. If a node has two, one of them leads to an end with another sum than
// 0. So lengths are decided in one pass.
//
// If all lengths are equal, the potential of a node is how many more marked
// runes A has read than B when a run comes there, and it is finite. The texts
// then differ iff at some index k A's rune is another than B's. A way to there
// reads the k-th marked rune of the one that is ahead, and later that of the
// other: after as many further marked runes of the other as the potential
// says. That is a finite search too.

// A potential is, for each node, the sum of the weights before it.
type potential []int32

// potentials returns the sums, or false if some word has two runs whose marked
// texts have different lengths.
func (p *Product) potentials(inA, inB []bool) (potential, bool) {
	sums := make(potential, len(p.nodes))
	known := make([]bool, len(p.nodes))
	for _, i := range p.first {
		known[i] = true // nothing is read before the first
	}
	// Nodes are in the order of a breadth-first walk, so one with a known sum
	// comes before those that get theirs from it.
	for i := range p.nodes {
		after := sums[i] + p.weight(int32(i), inA, inB)
		if p.last[i] && after != 0 {
			return nil, false
		}
		for _, j := range p.next[i] {
			if known[j] && sums[j] != after {
				return nil, false
			}
			known[j], sums[j] = true, after
		}
	}
	return sums, true
}

func (p *Product) weight(i int32, inA, inB []bool) int32 {
	w := int32(0)
	n := p.nodes[i]
	if inA[n.a] {
		w++
	}
	if inB[n.b] {
		w--
	}
	return w
}

// Differ reports whether some common word has a run of A and a run of B whose
// marked texts differ. The marks are by position; the marked positions of a
// run must be next to each other, as those of a part of a Concat are. The
// answer is exact; ErrBound is none.
func (p *Product) Differ(inA, inB []bool) (bool, error) {
	sums, equal := p.potentials(inA, inB)
	if !equal {
		return true, nil
	}
	for _, swapped := range []bool{false, true} {
		s := &mismatch{p: p, ahead: inA, behind: inB, swapped: swapped, seen: map[pending]bool{}}
		if swapped {
			s.ahead, s.behind = inB, inA
		}
		found, err := s.search(sums)
		if found || err != nil {
			return found, err
		}
	}
	return false, nil
}

// A mismatch looks for an index at which the run that is ahead has another
// rune than the one behind.
type mismatch struct {
	p             *Product
	ahead, behind []bool
	swapped       bool
	seen          map[pending]bool
	todo          []pending
}

// A pending search has seen the rune of the run that is ahead, and waits for
// the one behind to come to the same index.
type pending struct {
	at    int32 // the node that was read last
	count int32 // marked runes that the one behind reads before that index
	rune  rune  // the rune ahead, or manyRunes if it could be several
}

const manyRunes rune = -1

func (s *mismatch) position(i int32) (ahead, behind int32) {
	n := s.p.nodes[i]
	if s.swapped {
		return n.b, n.a
	}
	return n.a, n.b
}

func (s *mismatch) search(sums potential) (bool, error) {
	for i := range s.p.nodes {
		lead := sums[i]
		if s.swapped {
			lead = -lead
		}
		if next, ok := s.begin(int32(i), lead); ok {
			s.push(next)
		}
	}
	for len(s.todo) > 0 {
		at := s.todo[len(s.todo)-1]
		s.todo = s.todo[:len(s.todo)-1]
		for _, j := range s.p.next[at.at] {
			next, found, ok := s.step(at, j)
			if found {
				return true, nil
			}
			if ok {
				s.push(next)
			}
		}
		if len(s.seen) > MaxConfigs {
			return false, ErrBound
		}
	}
	return false, nil
}

func (s *mismatch) push(x pending) {
	if !s.seen[x] {
		s.seen[x] = true
		s.todo = append(s.todo, x)
	}
}

// begin takes the marked rune of the one ahead at node i, where it has read
// lead marked runes more than the one behind.
func (s *mismatch) begin(i, lead int32) (pending, bool) {
	a, b := s.position(i)
	if !s.ahead[a] || lead < 0 || lead == 0 && s.behind[b] {
		return pending{}, false // not marked, not ahead, or the same rune of the word
	}
	if s.behind[b] {
		lead--
	}
	return pending{i, lead, rememberedRune(s.p.label(i))}, true
}

// step reads node j. It reports whether the runes can differ there, and, if
// the index is yet to come, what is pending.
func (s *mismatch) step(at pending, j int32) (next pending, found, ok bool) {
	_, b := s.position(j)
	if !s.behind[b] {
		return pending{j, at.count, at.rune}, false, true
	}
	if at.count > 0 {
		return pending{j, at.count - 1, at.rune}, false, true
	}
	return pending{}, canDiffer(at.rune, s.p.label(j)), false
}

func rememberedRune(label Set) rune {
	if r, ok := label.Single(); ok {
		return r
	}
	return manyRunes
}

// canDiffer reports whether a remembered rune and one of label, at two places
// of a word, can be two.
func canDiffer(r rune, label Set) bool {
	only, single := label.Single()
	return r == manyRunes || !single || only != r
}
