// Package resolve works out what an SSA value is as part of a key: a template
// of text and holes, a list of such, or a record of such.
//
// It works backwards on demand from the value, within one package. Calls are
// replaced by what the callee returns (summaries, [Facts] for other packages,
// models for the standard library), parameters stay holes that callers
// substitute with [Resolver.Instantiate]. What is too hard is an unknown hole
// with a reason; the bounds are in bounds.go.
package resolve

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

// A Summary is what a function returns: one value for each result, over the
// function's own parameters (Param holes whose Owner is the function).
type Summary struct {
	Results []template.Value
}

// Facts answers what other packages said of their objects.
type Facts interface {
	// Returns is what a function of another package returns.
	Returns(fn *types.Func) (*Summary, bool)
	// Holds is what a package-level variable of another package holds.
	Holds(v *types.Var) (template.Value, bool)
}

// A Resolver resolves the values of one package. It is not safe for
// concurrent use.
type Resolver struct {
	pkg   *ssa.Package
	fset  *token.FileSet
	facts Facts

	values    *memory[ssa.Value]
	summaries *memory[result]
	effects   *memory[effectKey]
	flows     map[flowKey]*flow
	touching  map[placeKey][]write              // writes that touch a place
	textless  map[*types.Var]bool               // fields that hold no text of their own
	tests     map[*ssa.Function]map[string]bool // expressions tested for being empty
	names     map[*ssa.Function]*names
	index     *index

	// What is under way: phis, places whose writes are joined, functions and
	// fields, with their frames.
	busy      map[ssa.Value]mark
	anyBusy   map[placeKey]mark
	underway  map[*ssa.Function]int
	fieldBusy map[*types.Var]int
	open      []int // serials of the frames
	serial    int
	met       scope
	selfs     int

	// What the running key, and the package before it, have cost.
	steps, work   int
	spent, budget int
	depth         int
	calls         int
	nested        int // records under way
}

// New returns a resolver for a package whose functions are built.
func New(pkg *ssa.Package, fset *token.FileSet, facts Facts) *Resolver {
	return &Resolver{
		pkg: pkg, fset: fset, facts: facts,
		values:    newMemory[ssa.Value](),
		summaries: newMemory[result](),
		effects:   newMemory[effectKey](),
		flows:     map[flowKey]*flow{},
		touching:  map[placeKey][]write{},
		textless:  map[*types.Var]bool{},
		tests:     map[*ssa.Function]map[string]bool{},
		names:     map[*ssa.Function]*names{},
		busy:      map[ssa.Value]mark{},
		anyBusy:   map[placeKey]mark{},
		underway:  map[*ssa.Function]int{},
		fieldBusy: map[*types.Var]int{},
		open:      []int{0},
		met:       free,
		budget:    packageWork,
	}
}

// Value returns what v is. The step budget is per call of Value.
func (r *Resolver) Value(v ssa.Value) template.Value {
	defer fault.At(posOf(v))
	r.begin()
	out := r.eval(v)
	if r.depth == 0 && len(r.open) == 1 && r.exhausted() {
		r.values.sure[v] = out // it will be too hard next time, too
	}
	return out
}

// posOf is where a value stands: some have no position but their function's.
func posOf(v ssa.Value) token.Pos {
	if fn := v.Parent(); fn != nil && !v.Pos().IsValid() {
		return fn.Pos()
	}
	return v.Pos()
}

// KeyText returns the templates of a value of type t that is used as a key:
// text as it is, the fields of a struct key joined by ",".
func (r *Resolver) KeyText(v template.Value, t types.Type) template.Set {
	if t != nil && (v.Kind == template.IsRecord || len(v.Text) == 1) {
		if s, ok := r.ownText(v, t); ok {
			return s
		}
	}
	return r.FieldText(v, t)
}

// FieldText is KeyText of what a store keeps by the fields of a struct, whatever
// text the struct would print itself as.
func (r *Resolver) FieldText(v template.Value, t types.Type) template.Set {
	if h, ok := v.Hole(); ok && t != nil && h.Origin.Kind != template.Unk {
		if rec, ok := r.expand(h, t); ok && len(rec.Fields) > 0 {
			v = rec
		}
	}
	switch v.Kind {
	case template.IsText:
		return v.Text
	case template.IsList:
		return r.joinList(v, template.Text(","))
	}
	sets := make([]template.Set, 0, 2*len(v.Fields))
	for i, f := range v.Fields {
		if i > 0 {
			sets = append(sets, template.Text(","))
		}
		sets = append(sets, r.KeyText(f.Value, nil))
	}
	return template.Cross(sets...)
}

// ownText is how a struct key of a type that has a String method prints
// itself: that is how its author reads it.
func (r *Resolver) ownText(v template.Value, t types.Type) (template.Set, bool) {
	if _, ok := coreStruct(t); !ok {
		return nil, false
	}
	out, ok := r.stringMethod(t, func(i int) (template.Value, bool) { return v, i == template.Recv })
	if !ok || out.Kind != template.IsText || out.Any(func(h *template.Hole) bool { return h.Origin.Kind == template.Unk }) {
		return nil, false
	}
	return out.Text, true
}

// Elements returns what stands in a list of keys: each element of a slice or
// variadic argument, of several keys at once.
func (r *Resolver) Elements(v ssa.Value) []template.Value { return r.elements(r.Value(v)) }

// eval is Value within a budget that is running.
func (r *Resolver) eval(v ssa.Value) template.Value {
	if c, ok := v.(*ssa.Const); ok {
		return constantValue(c)
	}
	return r.values.evaluate(r, v, func() template.Value {
		if !r.step() {
			return r.unless(tooHard)
		}
		if r.depth > maxDepth {
			return r.unless(tooDeep)
		}
		r.depth++
		out := r.evalNew(v)
		r.depth--
		return r.weigh(out)
	})
}

func (r *Resolver) evalNew(v ssa.Value) template.Value {
	switch v := v.(type) {
	case *ssa.Parameter:
		return r.parameter(v)
	case *ssa.FreeVar:
		if b := r.binding(v); b != nil {
			return r.eval(b)
		}
	case *ssa.Phi:
		return r.phi(v)
	case *ssa.BinOp:
		return r.binop(v)
	case *ssa.Call:
		return r.call(v, 0)
	case *ssa.Extract:
		return r.extract(v)
	case *ssa.UnOp:
		return r.unop(v)
	case *ssa.ChangeType:
		return r.change(v.X, v)
	case *ssa.Convert:
		return r.convert(v.X, v)
	case *ssa.MultiConvert:
		return r.convert(v.X, v)
	case *ssa.MakeInterface:
		return r.eval(v.X)
	case *ssa.ChangeInterface:
		return r.eval(v.X)
	case *ssa.TypeAssert:
		return r.assert(v, v.X)
	case *ssa.Slice:
		return r.slice(v)
	case *ssa.MakeSlice:
		return r.makeSlice(v)
	case *ssa.Field:
		return r.project(r.eval(v.X), v.X.Type(), v.Field, v)
	case *ssa.Index:
		return r.element(r.eval(v.X), v.X, v.Index, v)
	case *ssa.Lookup:
		return r.lookup(v, v)
	case *ssa.Alloc:
		return r.cell(place{root: v}, nil, v)
	case *ssa.FieldAddr, *ssa.IndexAddr:
		// The address of a field or element, passed on as a pointer: what it
		// points to counts, as for &v.
		return r.load(v, nil, v)
	case *ssa.Global:
		return r.global(v, v)
	}
	return r.holeOf(v)
}

func (r *Resolver) extract(v *ssa.Extract) template.Value {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		return r.unchecked(r.named(r.call(t, v.Index), v), v, t)
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return r.unchecked(r.assert(t, t.X), v, t)
		}
	case *ssa.Lookup:
		if v.Index == 0 {
			return r.lookup(t, v)
		}
	case *ssa.Next:
		if rng, ok := t.Iter.(*ssa.Range); ok {
			if t.IsString {
				return r.derived(v, r.eval(rng.X)) // a rune of it
			}
			return r.ranged(rng.X, v)
		}
	case *ssa.Select:
		if ch, ok := selected(t, v.Index); ok {
			if out, ok := r.received(ch); ok {
				return r.named(out, v)
			}
		}
	case *ssa.UnOp: // v, ok := <-ch
		if v.Index == 0 {
			if out, ok := r.received(t.X); ok {
				return r.named(out, v)
			}
			return r.holeOf(v)
		}
	}
	return r.holeOf(v)
}

func (r *Resolver) unop(v *ssa.UnOp) template.Value {
	if v.Op == token.MUL {
		return r.load(v.X, v, v)
	}
	if v.Op == token.ARROW && !v.CommaOk {
		if out, ok := r.received(v.X); ok {
			return r.named(out, v)
		}
	}
	return r.holeOf(v)
}

func (r *Resolver) binop(v *ssa.BinOp) template.Value {
	if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 && v.Op == token.ADD {
		return template.TextValue(r.sum(v))
	}
	return r.holeOf(v)
}

// sum evaluates a chain of additions from its left end, because a chain may
// have thousands of terms: t3 = t2 + c; t2 = t1 + b; t1 = a. What others use
// too is remembered on the way, or each of them would go through it again.
func (r *Resolver) sum(v *ssa.BinOp) template.Set {
	var chain []*ssa.BinOp
	var left ssa.Value = v
	for {
		b, ok := left.(*ssa.BinOp)
		if _, known := r.values.get(r, left); known || !ok || b.Op != token.ADD {
			break
		}
		chain = append(chain, b)
		left = b.X
	}
	var sets []template.Set
	for from := len(chain) - 1; from >= 0; {
		to := segment(chain, from)
		at := chain[to].Block()
		if sets == nil {
			sets = []template.Set{r.textIn(left, at)}
		}
		for ; from >= to; from-- {
			sets = append(sets, r.textIn(chain[from].Y, at))
		}
		if to > 0 {
			sets = []template.Set{template.Cross(sets...)}
			r.values.put(r, chain[to], template.TextValue(sets[0]), r.met)
		}
	}
	return template.Cross(sets...)
}

// manyTerms is how many terms of a sum that others use too are gone through
// for each of its uses. Fewer are better known by what holds where each use is.
const manyTerms = 16

// segment returns where the sum that begins at chain[from], and goes down to
// chain[0], is remembered next.
func segment(chain []*ssa.BinOp, from int) int {
	for i := from - manyTerms; i > 0; i-- {
		if len(*chain[i].Referrers()) > 1 {
			return i
		}
	}
	return 0
}

// A result is one result of a function.
type result struct {
	fn    *ssa.Function
	index int
}

// text evaluates v as text.
func (r *Resolver) text(v ssa.Value) template.Set { return r.KeyText(r.eval(v), nil) }

// textIn is text as block b uses it.
func (r *Resolver) textIn(v ssa.Value, b *ssa.BasicBlock) template.Set {
	return r.KeyText(r.evalIn(v, b), nil)
}

// MapKeys returns the keys that a map is filled with where it is made.
func (r *Resolver) MapKeys(m ssa.Value) []ssa.Value {
	mm := r.mapOf(m)
	if mm == nil {
		return nil
	}
	var out []ssa.Value
	for _, ref := range *mm.Referrers() {
		if up, ok := ref.(*ssa.MapUpdate); ok {
			out = append(out, up.Key)
		}
	}
	return out
}

// StoresTo returns the assignments to a field in this package.
func (r *Resolver) StoresTo(f *types.Var) []*ssa.Store { return r.index.fields[f] }

// ElementsOf returns the elements of a value that is a list.
func (r *Resolver) ElementsOf(v template.Value) []template.Value { return r.elements(v) }

// Field returns the named field of a value of type t, and the field's type.
func (r *Resolver) Field(v template.Value, t types.Type, name string) (template.Value, types.Type) {
	r.begin()
	if t != nil {
		if s, ok := coreStruct(t); ok {
			for f := range s.Fields() {
				if f.Name() == name {
					return r.projectField(v, f.Origin(), t, nil), f.Type()
				}
			}
		}
	}
	if f, ok := v.Field(name); ok {
		return f, nil
	}
	return template.UnknownValue("is a field of something that is not known"), nil
}
