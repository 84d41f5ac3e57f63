package resolve

import (
	"slices"
	"sort"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A flow is the content of one place over the run of a function: found by
// walking back from where it is read to the writes that reach it. It is made
// once for a place and remembers what the place holds after each write.
type flow struct {
	r      *Resolver
	events map[*ssa.BasicBlock][]event // in order of index
	start  func() template.Value       // what the place holds before any write
	origin ssa.Instruction             // the instruction that makes the root, if any
	remote []event                     // writes by closures, at any time

	known *memory[point]
	busy  map[*ssa.BasicBlock]mark
}

// A point is behind an event of a block; -1 is the block's entry.
type point struct {
	block *ssa.BasicBlock
	event int
}

// An event is a write at an index of a block, as a function of what the place
// held before it.
type event struct {
	index int
	whole bool // what the place held before does not matter
	apply apply
}

func (r *Resolver) newFlow(p place, start func() template.Value) *flow {
	f := &flow{
		r: r, start: start,
		events: map[*ssa.BasicBlock][]event{},
		known:  newMemory[point](),
		busy:   map[*ssa.BasicBlock]mark{},
	}
	f.origin, _ = p.root.(ssa.Instruction)
	return f
}

// add registers an event at an instruction.
func (f *flow) add(instr ssa.Instruction, whole bool, apply func(template.Value) template.Value) {
	b := instr.Block()
	f.events[b] = append(f.events[b], event{f.r.index.position(instr), whole, apply})
}

func (f *flow) sort() {
	for b := range f.events {
		slices.SortFunc(f.events[b], func(a, c event) int { return a.index - c.index })
	}
}

// before returns what the place holds just before instr runs.
func (f *flow) before(instr ssa.Instruction) template.Value {
	return f.back(instr.Block(), f.r.index.position(instr))
}

// back returns what the place holds at an index of a block: it goes back to
// the last event whose outcome is known or stands by itself, and forward from
// there, so that ten thousand writes in a row are no deeper than one.
func (f *flow) back(b *ssa.BasicBlock, index int) template.Value {
	evs := f.events[b]
	last := sort.Search(len(evs), func(i int) bool { return evs[i].index >= index }) - 1
	first, made := 0, false
	if f.origin != nil && f.origin.Block() == b {
		if at := f.r.index.position(f.origin); at < index {
			made = true
			first = sort.Search(len(evs), func(i int) bool { return evs[i].index > at })
		}
	}
	outer := f.r.met
	f.r.met = free
	defer func() { f.r.met = f.r.met.with(outer) }()

	i := last
	var held template.Value
	for ; i >= first; i-- {
		if v, ok := f.known.get(f.r, point{b, i}); ok {
			held = v
			break
		}
		if evs[i].whole {
			held = f.run(b, i, template.Value{})
			break
		}
	}
	if i < first {
		if made {
			held = f.start()
		} else {
			held = f.head(b)
		}
		i = first - 1
	}
	for i++; i <= last; i++ {
		held = f.run(b, i, held)
	}
	return held
}

// run returns what the place holds after event i of a block.
func (f *flow) run(b *ssa.BasicBlock, i int, before template.Value) template.Value {
	if !f.r.step() {
		return f.r.unless(tooHard)
	}
	out := f.r.weigh(f.events[b][i].apply(before))
	f.known.put(f.r, point{b, i}, out, f.r.met)
	return out
}

// head returns what the place holds when a block is entered: what it holds at
// the end of the blocks before it, with loops closed as in phi.
func (f *flow) head(b *ssa.BasicBlock) template.Value {
	for len(b.Preds) == 1 && b.Preds[0] != b {
		b = b.Preds[0]
		if len(f.events[b]) > 0 || f.origin != nil && f.origin.Block() == b {
			return f.back(b, len(b.Instrs))
		}
	}
	if len(b.Preds) == 0 {
		return f.start()
	}
	if m, ok := f.busy[b]; ok {
		return f.r.self(m)
	}
	return f.known.evaluate(f.r, point{b, -1}, func() template.Value { return f.join(b) })
}

// join evaluates the edges into a block.
func (f *flow) join(b *ssa.BasicBlock) template.Value {
	if !f.r.step() {
		return f.r.unless(tooHard)
	}
	out, id := loop(f.r, f.busy, b, func() []template.Value {
		var ins []template.Value
		for _, p := range b.Preds {
			ins = append(ins, f.back(p, len(p.Instrs)))
		}
		return ins
	})
	if out.Any(func(h *template.Hole) bool { return h.IsSelf(id) }) {
		return template.UnknownValue("is put together in a loop from its own parts")
	}
	return f.r.weigh(out)
}
