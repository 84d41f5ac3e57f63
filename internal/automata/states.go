package automata

// States is what positions an automaton may have taken its last rune at, while
// a text is read. It may also read a whole language at once: see Through.
type States struct {
	n     *NFA
	start bool // nothing is read yet
	on    []bool
	list  []int32
}

// NewStates returns the states of n before the first rune.
func NewStates(n *NFA) *States {
	return &States{n: n, start: true, on: make([]bool, len(n.Sym))}
}

// Clone returns a copy.
func (s *States) Clone() *States {
	c := &States{n: s.n, start: s.start, on: make([]bool, len(s.on)), list: append([]int32(nil), s.list...)}
	copy(c.on, s.on)
	return c
}

// Dead reports whether no word of the automaton goes on from here.
func (s *States) Dead() bool { return !s.start && len(s.list) == 0 }

// Accepts reports whether what was read is a word.
func (s *States) Accepts() bool {
	if s.start && s.n.Empty {
		return true
	}
	for _, p := range s.list {
		if s.n.Last[p] {
			return true
		}
	}
	return false
}

// Step reads r and reports whether the automaton is still alive.
func (s *States) Step(r rune) bool {
	next := make([]int32, 0, len(s.list)+1)
	s.each(func(p int32) {
		if !s.on[p] && s.n.Sym[p].Has(r) {
			s.on[p] = true
			next = append(next, p)
		}
	})
	s.replace(next)
	return len(next) > 0
}

// Through reads every word of lang at once: afterwards the states are those
// that some word of lang leads to. It reports whether the automaton is alive.
func (s *States) Through(lang *NFA) bool {
	type node struct{ p, q int32 }
	seen := map[node]bool{}
	var stack []node
	visit := func(from func(func(int32)), qs []int32) {
		from(func(p int32) {
			for _, q := range qs {
				if n := (node{p, q}); !seen[n] && s.n.Sym[p].Meets(lang.Sym[q]) {
					seen[n] = true
					stack = append(stack, n)
				}
			}
		})
	}
	var next []int32
	add := func(p int32) {
		if !s.on[p] {
			s.on[p] = true
			next = append(next, p)
		}
	}
	visit(s.each, lang.First)
	stay := s.start && lang.Empty
	var old []int32
	if lang.Empty {
		old = append(old, s.list...)
	}
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if lang.Last[n.q] {
			add(n.p)
		}
		visit(func(f func(int32)) {
			for _, p := range s.n.Follow[n.p] {
				f(p)
			}
		}, lang.Follow[n.q])
	}
	for _, p := range old {
		add(p)
	}
	s.replace(next)
	s.start = stay
	return stay || len(next) > 0
}

// each calls f for every position that may take the next rune. All marks are
// off while it runs, so that callers can use them.
func (s *States) each(f func(int32)) {
	for _, p := range s.list {
		s.on[p] = false
	}
	if s.start {
		for _, p := range s.n.First {
			f(p)
		}
	}
	for _, p := range s.list {
		for _, q := range s.n.Follow[p] {
			f(q)
		}
	}
}

func (s *States) replace(next []int32) {
	s.list = next
	s.start = false
}
