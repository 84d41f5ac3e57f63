package automata

import "sync"

// A Product is the intersection of two automata that remembers both runs: its
// nodes are pairs of positions that take the same rune. Only nodes that lie on
// the way of some common word are kept.
type Product struct {
	A, B  *NFA
	Empty bool // both have the empty word
	Work  int  // steps that it took to make

	nodes []node // in the order of their distance from the start
	first []int32
	next  [][]int32
	last  []bool
}

type node struct{ a, b int32 }

// NewProduct returns the product of a and b, or ErrBound.
func NewProduct(a, b *NFA) (*Product, error) {
	p := &Product{A: a, B: b, Empty: a.Empty && b.Empty}
	ids := newIDs(len(a.Sym), len(b.Sym))
	err := p.build(ids)
	ids.release(p.nodes)
	if err != nil {
		return nil, err
	}
	p.trim()
	return p, nil
}

// build walks both automata together, breadth first.
func (p *Product) build(ids *ids) (err error) {
	edges := 0
	successors := func(as, bs []int32) []int32 {
		if p.Work += len(as)*len(bs) + 1; p.Work > MaxWork {
			err = ErrBound
			return nil
		}
		var out []int32
		for _, x := range as {
			sx := p.A.Sym[x]
			for _, y := range bs {
				if !sx.Meets(p.B.Sym[y]) {
					continue
				}
				id, fresh := ids.of(x, y, int32(len(p.nodes)))
				if fresh {
					p.nodes = append(p.nodes, node{x, y})
				}
				out = append(out, id)
			}
			if edges+len(out) > MaxEdges || len(p.nodes) > MaxNodes {
				err = ErrBound
				return nil
			}
		}
		edges += len(out)
		return out
	}
	p.first = successors(p.A.First, p.B.First)
	for i := 0; i < len(p.nodes) && err == nil; i++ {
		n := p.nodes[i]
		p.next = append(p.next, successors(p.A.Follow[n.a], p.B.Follow[n.b]))
		p.last = append(p.last, p.A.Last[n.a] && p.B.Last[n.b])
	}
	return err
}

// ids numbers pairs of positions, in a table while that is small. Tables are
// used again: most products are much smaller than theirs.
type ids struct {
	width  int
	table  []int32 // id+1; all 0 when the table is put back
	sparse map[node]int32
}

const maxTable = 1 << 18

var tables = sync.Pool{New: func() any { return new([]int32) }}

func newIDs(na, nb int) *ids {
	if na*nb > maxTable {
		return &ids{sparse: map[node]int32{}}
	}
	table := *tables.Get().(*[]int32)
	if len(table) < na*nb {
		table = make([]int32, na*nb)
	}
	return &ids{width: nb, table: table}
}

// release puts the table back, from which nodes were numbered.
func (x *ids) release(nodes []node) {
	if x.table == nil {
		return
	}
	for _, n := range nodes {
		x.table[int(n.a)*x.width+int(n.b)] = 0
	}
	tables.Put(&x.table)
}

func (x *ids) of(a, b, next int32) (id int32, fresh bool) {
	if x.table != nil {
		at := &x.table[int(a)*x.width+int(b)]
		if *at == 0 {
			*at = next + 1
			return next, true
		}
		return *at - 1, false
	}
	if id, ok := x.sparse[node{a, b}]; ok {
		return id, false
	}
	x.sparse[node{a, b}] = next
	return next, true
}

// trim drops the nodes from which no common word ends.
func (p *Product) trim() {
	back := make([][]int32, len(p.nodes))
	var ends []int32
	for i, to := range p.next {
		for _, j := range to {
			back[j] = append(back[j], int32(i))
		}
		if p.last[i] {
			ends = append(ends, int32(i))
		}
	}
	live := make([]bool, len(p.nodes))
	reach(live, ends, func(i int32) []int32 { return back[i] })
	to := make([]int32, len(p.nodes))
	kept := 0
	for i := range p.nodes {
		to[i] = -1
		if live[i] {
			to[i] = int32(kept)
			kept++
		}
	}
	if kept == len(p.nodes) {
		return
	}
	keep := func(is []int32) []int32 {
		out := is[:0]
		for _, i := range is {
			if to[i] >= 0 {
				out = append(out, to[i])
			}
		}
		return out
	}
	p.first = keep(p.first)
	for i := range p.nodes {
		if at := to[i]; at >= 0 {
			p.nodes[at], p.next[at], p.last[at] = p.nodes[i], keep(p.next[i]), p.last[i]
		}
	}
	p.nodes, p.next, p.last = p.nodes[:kept], p.next[:kept], p.last[:kept]
}

// None reports whether the two automata have no word in common.
func (p *Product) None() bool { return !p.Empty && len(p.nodes) == 0 }

// NFA returns the intersection as an automaton.
func (p *Product) NFA() *NFA {
	n := &NFA{First: p.first, Follow: p.next, Last: p.last, Empty: p.Empty}
	for i := range p.nodes {
		n.Sym = append(n.Sym, p.label(int32(i)))
	}
	return n
}

// And returns the automaton of the words that a and b have in common.
func And(a, b *NFA) (*NFA, error) {
	p, err := NewProduct(a, b)
	if err != nil {
		return nil, err
	}
	return p.NFA(), nil
}

// label returns the runes that a node takes.
func (p *Product) label(i int32) Set {
	n := p.nodes[i]
	return p.A.Sym[n.a].And(p.B.Sym[n.b])
}
