package resolve

import (
	"math"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Evaluation meets itself: a loop's value depends on the loop's value, a
// function calls itself, a field is set from itself. What is under way is a
// stack of frames, and where evaluation meets one it is cut short: by a mark,
// or by an unknown hole. A value that was cut short is only good while that
// frame is open; one that was not is good for ever. Without the first kind of
// memory a loop of n statements would take 2ⁿ steps.

// A scope is the open frames that an evaluation has met: the lowest of all,
// and the highest of those whose mark it may hold, or -1.
type scope struct{ low, mark int }

// free is the scope of what met none.
var free = scope{math.MaxInt, -1}

func (s scope) isFree() bool { return s.low == math.MaxInt }

// top is the frame that must be open for a value of scope s to be used again.
// A mark may not outlive its frame. What was only cut short is no less true
// when some frame above the lowest is closed, just less than could be said:
// functions that all call each other would take 2ⁿ steps to say more.
func (s scope) top() int { return max(s.low, s.mark) }

func (s scope) with(o scope) scope { return scope{min(s.low, o.low), max(s.mark, o.mark)} }

// push opens a frame and returns its place on the stack.
func (r *Resolver) push() int {
	r.serial++
	r.open = append(r.open, r.serial)
	return len(r.open) - 1
}

// pop closes a frame, and those above it: nothing depends on them any more.
func (r *Resolver) pop(frame int) {
	r.open = r.open[:frame]
	if r.met.low >= frame {
		r.met = free
	} else {
		r.met.mark = min(r.met.mark, frame-1)
	}
}

// meet notes that evaluation was cut short at an open frame.
func (r *Resolver) meet(frame int) { r.met = r.met.with(scope{frame, -1}) }

// self is the mark of what is under way.
func (r *Resolver) self(m mark) template.Value {
	r.met = r.met.with(scope{m.frame, m.frame})
	return template.TextValue(template.HoleSet(template.SelfHole(m.id)))
}

// unless notes that evaluation was cut short by a bound: starting afresh it
// may get further. It returns the unknown value.
func (r *Resolver) unless(reason string) template.Value {
	r.meet(0)
	return template.UnknownValue(reason)
}

// begin starts the budget of one key, unless one is running.
func (r *Resolver) begin() {
	if r.depth > 0 || len(r.open) > 1 {
		return
	}
	r.serial++
	r.open = append(r.open[:0], r.serial)
	r.spent += r.work
	r.steps, r.work, r.met = 0, 0, free
}

// step counts a step and reports whether the budget has room for it.
func (r *Resolver) step() bool {
	r.steps++
	return !r.exhausted()
}

// exhausted reports whether the budget of the key, or of the package, is used
// up.
func (r *Resolver) exhausted() bool {
	return r.steps > maxSteps || r.work > maxWork || r.spent+r.work > r.budget
}

// weigh counts the size of a value against the budget, and gives up a value
// that is too large.
func (r *Resolver) weigh(v template.Value) template.Value {
	n := v.Size(template.MaxSize + 1)
	r.work += n
	if n > template.MaxSize {
		return template.UnknownValue(template.TooBig)
	}
	return v
}

// A memory remembers values: for good, or for as long as what they met is open.
type memory[K comparable] struct {
	sure   map[K]template.Value
	passed map[K]passing
}

// A passing value is good while the frame of serial is open at met.top().
type passing struct {
	value  template.Value
	met    scope
	serial int
}

func newMemory[K comparable]() *memory[K] {
	return &memory[K]{map[K]template.Value{}, map[K]passing{}}
}

func (m *memory[K]) get(r *Resolver, k K) (template.Value, bool) {
	if v, ok := m.sure[k]; ok {
		return v, true
	}
	p, ok := m.passed[k]
	if !ok || p.met.top() >= len(r.open) || r.open[p.met.top()] != p.serial {
		return template.Value{}, false
	}
	r.met = r.met.with(p.met)
	return p.value, true
}

// put remembers what was found while met was met.
func (m *memory[K]) put(r *Resolver, k K, v template.Value, met scope) {
	if met.isFree() {
		m.sure[k] = v
		delete(m.passed, k)
		return
	}
	if len(m.passed) > maxSteps {
		clear(m.passed)
	}
	m.passed[k] = passing{v, met, r.open[met.top()]}
}

// evaluate runs f and remembers what it finds under k.
func (m *memory[K]) evaluate(r *Resolver, k K, f func() template.Value) template.Value {
	if v, ok := m.get(r, k); ok {
		return v
	}
	outer := r.met
	r.met = free
	v := f()
	m.put(r, k, v, r.met)
	r.met = r.met.with(outer)
	return v
}

// A mark is what stands for a value that is under way: the self mark of a
// loop, and its frame.
type mark struct{ id, frame int }

// loop evaluates the ways into a loop's head, or into what else depends on
// itself, while cut short by a mark that under holds for key.
func loop[K comparable](r *Resolver, under map[K]mark, key K, ways func() []template.Value) (template.Value, int) {
	r.selfs++
	m := mark{r.selfs, r.push()}
	under[key] = m
	ins := ways()
	delete(under, key)
	r.pop(m.frame)
	return closeLoop(m.id, ins), m.id
}

// within runs f while fn is under way.
func (r *Resolver) within(fn *ssa.Function, f func()) {
	frame := r.push()
	r.underway[fn] = frame
	r.calls++
	f()
	r.calls--
	delete(r.underway, fn)
	r.pop(frame)
}
