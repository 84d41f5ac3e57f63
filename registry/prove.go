package registry

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/tenantkey/tenantkey/internal/automata"
)

// MaxBroken is how many broken pairs are worked out. The pairs behind it are
// not decided, and said to be so.
const MaxBroken = 1000

// MaxWarnings is how many warnings are kept; the others are counted.
const MaxWarnings = 1000

// MaxUndecided is how many of the pairs that were not looked at are listed;
// the others are counted.
const MaxUndecided = 1000

// MaxWork is how many steps the products of all pairs may take together; the
// largest registries take a hundredth of it. The pairs behind it are not
// decided.
const MaxWork = 1 << 30

// block is how many pairs are decided between two looks at MaxBroken and
// MaxWork.
const block = 512

// Prove decides for every pair of patterns whether two different tenants, or a
// tenant and everyone, can share one key. What it decides, and why the answer
// is right, is written down in docs/isolation.md.
func (r *Registry) Prove() *Proof { return r.prove(MaxWork) }

func (r *Registry) prove(maxWork int) *Proof {
	n := len(r.Keys)
	proof := &Proof{Patterns: n, Pairs: n * (n + 1) / 2}
	p := newProver(r.Tenant)
	for _, k := range r.Keys {
		p.readings = append(p.readings, newReading(k, r.Tenant))
	}
	todo, from, work := candidates(p.readings), 0, 0
	for len(proof.Broken) < MaxBroken && work < maxWork {
		now := todo.take(block, &from)
		if len(now) == 0 {
			break
		}
		for _, v := range p.decideAll(now) {
			v.addTo(proof)
			work += v.work
			p.enough = len(proof.Warnings) >= MaxWarnings
		}
	}
	reason := fmt.Sprintf("%d pairs are broken already: mend those first", MaxBroken)
	if work >= maxWork {
		reason = "the registry is too large to decide: simplify the forms of its segments"
	}
	for _, left := range todo.take(MaxUndecided, &from) {
		proof.Undecided = append(proof.Undecided, &Undecided{A: r.Keys[left.a], B: r.Keys[left.b], Reason: reason})
	}
	proof.MoreUndecided = todo.count()
	proof.Warnings = append(proof.Warnings, p.emptyTenants()...)
	proof.Assumed = p.assumptions()
	return proof
}

// A prover decides pairs of readings.
type prover struct {
	tenants  []*Segment
	examples map[string][]string // two texts of each tenant segment, or its only one
	readings []*reading
	enough   bool // further warnings are only counted
}

func newProver(tenants []*Segment) *prover {
	p := &prover{tenants: tenants, examples: map[string][]string{}}
	for _, t := range tenants {
		p.examples[t.Name] = examples(language(t.Is))
	}
	return p
}

// A verdict on a pair: one of the first four, or nothing at all.
type verdict struct {
	broken, warning *Collision
	undecided       *Undecided
	counted         bool // a warning that was not worked out
	work            int
}

func (v verdict) addTo(p *Proof) {
	switch {
	case v.broken != nil:
		p.Broken = append(p.Broken, v.broken)
	case v.counted || v.warning != nil && len(p.Warnings) >= MaxWarnings:
		p.MoreWarnings++
	case v.warning != nil:
		p.Warnings = append(p.Warnings, v.warning)
	case v.undecided != nil:
		p.Undecided = append(p.Undecided, v.undecided)
	}
}

// decideAll decides pairs on all processors.
func (p *prover) decideAll(pairs []pair) []verdict {
	out := make([]verdict, len(pairs))
	workers := min(runtime.GOMAXPROCS(0), len(pairs))
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(pairs); i += workers {
				out[i] = p.decide(p.readings[pairs[i].a], p.readings[pairs[i].b])
			}
		})
	}
	wg.Wait()
	return out
}

// decide gives the verdict on two patterns.
func (p *prover) decide(a, b *reading) verdict {
	v, err := p.verdict(a, b)
	if err != nil {
		reason := err.Error()
		if errors.Is(err, automata.ErrBound) {
			reason = "the forms of the segments are " + reason
		}
		return verdict{undecided: &Undecided{A: a.p, B: b.p, Reason: reason}, work: v.work}
	}
	if v.broken != nil {
		v.broken.Advice = p.advice(v.broken, a, b)
	}
	return v
}

func (p *prover) verdict(a, b *reading) (verdict, error) {
	same := a == b
	kind, questions := p.questions(a, b)
	if same && kind == TwoValues || same && len(questions) == 0 && kind == BetweenTenants {
		return verdict{}, nil // a pattern is no second kind of value
	}
	product, err := intersect(a, b)
	if err != nil {
		return verdict{work: automata.MaxWork}, err
	}
	v := verdict{work: product.Work}
	if product.None() {
		return v, nil
	}
	if kind == TwoValues && p.enough {
		v.counted = true
		return v, nil
	}
	c, err := p.collide(a, b, product, kind, questions)
	switch {
	case err != nil || c == nil && same:
		return v, err
	case c != nil && c.Kind != TwoValues:
		v.broken = c
		return v, nil
	case c == nil && p.enough:
		v.counted = true
		return v, nil
	case c == nil:
		c, err = p.collide(a, b, product, TwoValues, nil)
	}
	v.warning = c
	return v, err
}

func intersect(a, b *reading) (*automata.Product, error) {
	if err := errors.Join(a.err, b.err); err != nil {
		return nil, automata.ErrBound
	}
	return automata.NewProduct(a.nfa, b.nfa)
}

// A question is how a common key of two patterns can belong to two tenants:
// because the texts of two parts differ, or by any key (partA < 0).
type question struct {
	name         string
	partA, partB int
}

var anyKey = question{partA: -1, partB: -1}

// questions returns who would share a key of both patterns, and in which ways
// that can come about; a collision needs only one of them.
func (p *prover) questions(a, b *reading) (CollisionKind, []question) {
	switch {
	case len(a.names) == 0 && len(b.names) == 0:
		return TwoValues, []question{anyKey}
	case len(a.names) == 0 || len(b.names) == 0:
		return WithEveryone, []question{anyKey}
	case !slices.Equal(a.names, b.names):
		return BetweenTenants, []question{anyKey}
	}
	var qs []question
	for _, name := range a.names {
		if q, ok := p.carriers(a, b, name); ok {
			qs = append(qs, q)
		}
	}
	return BetweenTenants, qs
}

// carriers returns where both patterns have the tenant segment of that name:
// as itself, or in a collision-resistant digest over the same inputs. If they
// have it differently, any common key may have two tenants. It reports false
// for a segment that has only one text.
func (p *prover) carriers(a, b *reading, name string) (question, bool) {
	if len(p.examples[name]) < 2 {
		return question{}, false
	}
	pa, inA := a.plain[name]
	pb, inB := b.plain[name]
	if inA && inB {
		return question{name, pa, pb}, true
	}
	for _, da := range a.digestParts() {
		for _, db := range b.digestParts() {
			if slices.Contains(a.digests[da], name) && slices.Equal(a.digests[da], b.digests[db]) {
				return question{name, da, db}, true
			}
		}
	}
	return question{name, -1, -1}, true
}

func (r *reading) digestParts() []int {
	var out []int
	for i := range r.digests {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

// collide returns the counter-example that is shortest among those that read
// well, nil if there is none at all.
func (p *prover) collide(a, b *reading, product *automata.Product, kind CollisionKind, qs []question) (*Collision, error) {
	if kind == TwoValues {
		qs = []question{anyKey}
	}
	var best *Collision
	var outside error
	for _, q := range qs {
		c, err := p.answer(a, b, product, kind, q)
		switch {
		case errors.Is(err, errDigests):
			outside = err
		case err != nil:
			return nil, err
		case c != nil && (best == nil || len([]rune(c.Key)) < len([]rune(best.Key))):
			best = c
		}
	}
	if best == nil {
		return nil, outside
	}
	return best, nil
}

// answer looks for a counter-example to one question.
func (p *prover) answer(a, b *reading, product *automata.Product, kind CollisionKind, q question) (*Collision, error) {
	if q.partA >= 0 {
		if differ, err := product.Differ(a.marks(q.partA), b.marks(q.partB)); err != nil || !differ {
			return nil, err
		}
	}
	seps := separatorSet(a.p, b.p)
	na, nb := a.readable(seps), b.readable(seps)
	if w := witness(na, nb, nil, q); w != nil {
		if c, err := p.collision(na, nb, w, kind, q); err == nil {
			return c, nil
		}
	}
	w := witness(a, b, product, q)
	if w == nil {
		return nil, automata.ErrBound
	}
	return p.collision(a, b, w, kind, q)
}

// witness returns a shortest common key that answers a question, nil if there
// is none or it was not found within the bounds. The product is made if nil.
func witness(a, b *reading, product *automata.Product, q question) *automata.Witness {
	if product == nil {
		var err error
		if product, err = intersect(a, b); err != nil || product.None() {
			return nil
		}
	}
	if q.partA < 0 {
		return product.Shortest()
	}
	w, err := product.ShortestDiffer(a.marks(q.partA), b.marks(q.partB))
	if err != nil {
		return nil
	}
	return w
}

// emptyTenants warns of patterns whose tenant can be the empty text.
func (p *prover) emptyTenants() []*Collision {
	var out []*Collision
	for _, r := range p.readings {
		for _, name := range r.names {
			if c := p.emptyTenant(r, name); c != nil {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

func (p *prover) emptyTenant(r *reading, name string) *Collision {
	i := slices.IndexFunc(p.tenants, func(s *Segment) bool { return s.Name == name })
	if !language(p.tenants[i].Is).Empty || r.err != nil {
		return nil
	}
	empty := *r
	empty.langs = slices.Clone(r.langs)
	if at, ok := r.plain[name]; ok {
		empty.langs[at] = automata.Literal("")
	}
	if empty.nfa, empty.owner, empty.err = automata.Concat(empty.langs...); empty.err != nil {
		return nil
	}
	w := witness(&empty, &empty, nil, anyKey)
	if w == nil {
		return nil
	}
	side := Side{Values: empty.values(w, w.A)}
	for _, n := range r.names {
		side.Tenant = append(side.Tenant, Value{Segment: n})
	}
	return &Collision{Kind: EmptyTenant, A: r.p, B: r.p, Key: string(w.Word), Sides: [2]Side{side, side}, Advice: fmt.Sprintf("give %s a form that is never empty (is: uuid)", name)}
}

// assumptions says what the proof takes for granted.
func (p *prover) assumptions() []string {
	var out []string
	for _, r := range p.readings {
		for _, i := range r.digestParts() {
			if s := r.p.Parts[i].Segment; assumed(s) {
				out = append(out, fmt.Sprintf("{%s} of %s is a collision-resistant digest (sha256 or better); give it a form to have that checked (segments: %s: '[0-9a-f]{64}')", s.Name, r.p.Name, s.Name))
			}
		}
	}
	return out
}
