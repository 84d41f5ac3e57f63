package resolve

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A flow is the content of one place over the run of a function: found by
// walking back from where it is read to the writes that reach it.
type flow struct {
	r      *Resolver
	at     place
	events map[*ssa.BasicBlock][]event // in order of Index
	start  func() template.Value       // what the place holds before any write
	origin ssa.Instruction             // the instruction that makes the root, if any

	memo map[*ssa.BasicBlock]template.Value
	busy map[*ssa.BasicBlock]int
}

// An event is a write at an index of a block, as a function of what the place
// held before it.
type event struct {
	index int
	apply func(before func() template.Value) template.Value
}

func (r *Resolver) newFlow(p place, start func() template.Value) *flow {
	f := &flow{
		r: r, at: p, start: start,
		events: map[*ssa.BasicBlock][]event{},
		memo:   map[*ssa.BasicBlock]template.Value{},
		busy:   map[*ssa.BasicBlock]int{},
	}
	f.origin, _ = p.root.(ssa.Instruction)
	return f
}

// add registers an event at an instruction.
func (f *flow) add(instr ssa.Instruction, apply func(func() template.Value) template.Value) {
	b := instr.Block()
	f.events[b] = append(f.events[b], event{f.r.index.position(instr), apply})
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

// back walks back from an index of a block.
func (f *flow) back(b *ssa.BasicBlock, index int) template.Value {
	f.r.steps++
	if f.r.steps > maxSteps {
		return template.UnknownValue(tooHard)
	}
	evs := f.events[b]
	i := len(evs) - 1
	for i >= 0 && evs[i].index >= index {
		i--
	}
	if f.origin != nil && f.origin.Block() == b && f.r.index.position(f.origin) < index {
		if i < 0 || evs[i].index <= f.r.index.position(f.origin) {
			return f.start()
		}
	}
	if i >= 0 {
		return evs[i].apply(func() template.Value { return f.back(b, evs[i].index) })
	}
	return f.head(b)
}

// head returns what the place holds when a block is entered: what it holds at
// the end of the blocks before it, with loops closed as in phi.
func (f *flow) head(b *ssa.BasicBlock) template.Value {
	if v, ok := f.memo[b]; ok {
		return v
	}
	if len(b.Preds) == 0 {
		return f.start()
	}
	if len(b.Preds) == 1 && b.Preds[0] != b {
		return f.back(b.Preds[0], len(b.Preds[0].Instrs))
	}
	if id, ok := f.busy[b]; ok {
		return template.TextValue(template.HoleSet(template.SelfHole(id)))
	}
	f.r.selfs++
	id := f.r.selfs
	f.busy[b] = id
	var ins []template.Value
	for _, p := range b.Preds {
		if !deadEdge(p) {
			ins = append(ins, f.back(p, len(p.Instrs)))
		}
	}
	delete(f.busy, b)
	out := closeLoop(id, ins)
	if !out.Any(passing) {
		f.memo[b] = out
	}
	return out
}
