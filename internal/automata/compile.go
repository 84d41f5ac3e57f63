package automata

import (
	"errors"
	"regexp/syntax"
	"slices"
	"unicode"
)

// Errors of Compile for expressions that RE2 has, but that have no meaning (or
// not the one that a reader expects) for a part of a longer text.
var (
	ErrWordBoundary = errors.New(`\b and \B are not supported: they look at the text around the segment`)
	ErrLineAnchor   = errors.New("^ and $ under (?m) are not supported: a segment is matched as a whole")
)

// Compile returns the automaton of the texts that the RE2 expression src
// matches from end to end.
func Compile(src string) (*NFA, error) {
	re, err := syntax.Parse(src, syntax.Perl)
	if err != nil {
		return nil, err
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		return nil, err
	}
	c := &compiler{prog: prog, position: make([]int32, len(prog.Inst))}
	return c.run()
}

// MustCompile is Compile for expressions that are known to be right.
func MustCompile(src string) *NFA {
	n, err := Compile(src)
	if err != nil {
		panic("automata: " + src + ": " + err.Error())
	}
	return n
}

// A compiler turns a program of regexp/syntax into a position automaton: its
// rune instructions are the positions, and the instructions between them are
// walked once for each position.
type compiler struct {
	prog     *syntax.Prog
	position []int32 // by instruction; -1 for those that consume nothing
	n        NFA
	edges    int
}

func (c *compiler) run() (*NFA, error) {
	for pc := range c.prog.Inst {
		c.position[pc] = -1
		if set := runes(&c.prog.Inst[pc]); len(set) > 0 {
			c.position[pc] = int32(len(c.n.Sym))
			c.n.Sym = append(c.n.Sym, set)
		}
	}
	if len(c.n.Sym) > MaxPositions {
		return nil, ErrBound
	}
	c.n.Last = make([]bool, len(c.n.Sym))
	c.n.Follow = make([][]int32, len(c.n.Sym))
	var err error
	if c.n.First, c.n.Empty, err = c.closure(uint32(c.prog.Start), true); err != nil {
		return nil, err
	}
	for pc := range c.prog.Inst {
		if p := c.position[pc]; p >= 0 {
			if c.n.Follow[p], c.n.Last[p], err = c.closure(c.prog.Inst[pc].Out, false); err != nil {
				return nil, err
			}
		}
	}
	return c.n.trim(), nil
}

// closure walks from an instruction over those that consume nothing, and
// returns the positions reached and whether the text may end here. atStart
// says that nothing has been consumed yet, so that ^ holds. Behind a $ only
// the end is looked for.
func (c *compiler) closure(start uint32, atStart bool) (to []int32, end bool, err error) {
	type place struct {
		pc    uint32
		ended bool
	}
	seen := map[place]bool{{start, false}: true}
	stack := []place{{start, false}}
	push := func(pc uint32, ended bool) {
		if p := (place{pc, ended}); !seen[p] {
			seen[p] = true
			stack = append(stack, p)
		}
	}
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		inst := &c.prog.Inst[at.pc]
		switch inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			push(inst.Out, at.ended)
			push(inst.Arg, at.ended)
		case syntax.InstCapture, syntax.InstNop:
			push(inst.Out, at.ended)
		case syntax.InstMatch:
			end = true
		case syntax.InstEmptyWidth:
			op := syntax.EmptyOp(inst.Arg)
			switch {
			case op&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) != 0:
				return nil, false, ErrWordBoundary
			case op&(syntax.EmptyBeginLine|syntax.EmptyEndLine) != 0:
				return nil, false, ErrLineAnchor
			case op&syntax.EmptyBeginText != 0 && !atStart:
				continue
			}
			push(inst.Out, at.ended || op&syntax.EmptyEndText != 0)
		default:
			if p := c.position[at.pc]; p >= 0 && !at.ended {
				to = append(to, p)
			}
		}
	}
	slices.Sort(to)
	to = slices.Compact(to)
	if c.edges += len(to); c.edges > MaxFollow {
		return nil, false, ErrBound
	}
	return to, end, nil
}

// runes returns what an instruction consumes; nil if it consumes nothing.
func runes(inst *syntax.Inst) Set {
	switch inst.Op {
	case syntax.InstRuneAny:
		return Any
	case syntax.InstRuneAnyNotNL:
		return SetOf("\n").Not()
	case syntax.InstRune1:
		return NewSet(Range{inst.Rune[0], inst.Rune[0]})
	case syntax.InstRune:
		if len(inst.Rune) != 1 {
			var rs []Range
			for i := 0; i+1 < len(inst.Rune); i += 2 {
				rs = append(rs, Range{inst.Rune[i], inst.Rune[i+1]})
			}
			return NewSet(rs...)
		}
		r := inst.Rune[0]
		rs := []Range{{r, r}}
		if syntax.Flags(inst.Arg)&syntax.FoldCase != 0 {
			for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
				rs = append(rs, Range{f, f})
			}
		}
		return NewSet(rs...)
	}
	return nil
}
