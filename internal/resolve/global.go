package resolve

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

// global evaluates a package-level variable: what it is initialised with, when
// nothing in its package ever assigns to it, or to a part of it, again.
func (r *Resolver) global(g *ssa.Global, v ssa.Value) template.Value {
	if g.Pkg != r.pkg {
		if obj, ok := g.Object().(*types.Var); ok {
			if out, ok := r.facts.Holds(obj); ok {
				return out
			}
		}
		return r.globalHole(g, v)
	}
	if out, ok := r.globalInit(g); ok {
		return out
	}
	return r.globalHole(g, v)
}

// globalInit evaluates the only assignment to a variable, in its declaration.
func (r *Resolver) globalInit(g *ssa.Global) (template.Value, bool) {
	stores := r.index.globals[g]
	if len(stores) != 1 || stores[0].Parent().Name() != "init" || r.index.parts[g] {
		return template.Value{}, false
	}
	out := r.eval(stores[0].Val)
	if out.Kind == template.IsText && !hasText(out.Text) || out.Any(ownMatter) {
		return template.Value{}, false
	}
	return out, true
}

func (r *Resolver) globalHole(g *ssa.Global, v ssa.Value) template.Value {
	expr := g.Name()
	if g.Pkg != r.pkg && g.Pkg != nil {
		expr = g.Pkg.Pkg.Name() + "." + expr
	}
	t := deref(g.Type())
	name := g.Name()
	if g.Pkg != nil {
		name = g.Pkg.Pkg.Path() + "." + name
	}
	h := &template.Hole{Expr: expr, Type: typeName(t), Form: formOf(t), Origin: template.Origin{Kind: template.Var, Name: name}}
	h = h.Known(typeEvidence(t), template.Evidence{Kind: template.ByName, Text: g.Name()})
	out := template.TextValue(template.HoleSet(h))
	if v != nil {
		out = r.named(out, v)
	}
	return out
}

// Holds returns what a package-level variable of this package holds for good.
func (r *Resolver) Holds(g *ssa.Global) (template.Value, bool) {
	defer fault.At(g.Pos())
	r.begin()
	return r.globalInit(g)
}

// lookup evaluates m[k] by what the map was filled with, when that is known:
// a literal in a variable that nothing changes, or a local map.
func (r *Resolver) lookup(v *ssa.Lookup, at ssa.Value) template.Value {
	mm := r.mapOf(v.X)
	if mm == nil {
		return r.holeOf(at)
	}
	key, keyKnown := v.Index.(*ssa.Const)
	var vals []template.Value
	for _, ref := range *mm.Referrers() {
		up, ok := ref.(*ssa.MapUpdate)
		if !ok {
			continue
		}
		if len(vals) > maxStores {
			return template.UnknownValue(template.TooMany)
		}
		if k, ok := up.Key.(*ssa.Const); ok && keyKnown && constantText(k) != constantText(key) {
			continue
		}
		vals = append(vals, r.eval(up.Value))
	}
	if len(vals) == 0 {
		return r.holeOf(at)
	}
	out := template.JoinValues(vals...)
	if out.Kind == template.IsText && !hasText(out.Text) {
		return r.holeOf(at)
	}
	return out
}

// mapOf returns the map literal or make that a map value is.
func (r *Resolver) mapOf(v ssa.Value) *ssa.MakeMap {
	switch v := v.(type) {
	case *ssa.MakeMap:
		return v
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			stores := r.index.globals[g]
			if len(stores) == 1 && stores[0].Parent().Name() == "init" && !r.index.updates[g] {
				m, _ := stores[0].Val.(*ssa.MakeMap)
				return m
			}
		}
		if val, ok := r.onlyStore(v); ok {
			m, _ := val.(*ssa.MakeMap)
			return m
		}
	}
	return nil
}

// ranged evaluates the key or value of a range over a map: what the map is
// filled with in this function, or an element of what a parameter holds.
func (r *Resolver) ranged(m ssa.Value, v *ssa.Extract) template.Value {
	if vals, ok := r.mapParts(m, mapPart(v.Index)); ok {
		return r.named(template.JoinValues(vals...), v)
	}
	if v.Index == 1 {
		if h, ok := r.eval(m).Hole(); ok && h.Origin.Kind == template.Param {
			el, _ := elementOf(h).Hole()
			c := *el.Known(r.evidence(v)...)
			if n := r.nameOf(v); n != "" {
				c.Expr = n
			}
			return template.TextValue(template.HoleSet(&c))
		}
	}
	return r.holeOf(v)
}

// A mapPart says which half of a map's entries is meant, as the results of
// ssa.Next are counted.
type mapPart int

const (
	mapKey   mapPart = 1
	mapValue mapPart = 2
)

// mapParts returns the keys or values of a map that is filled in one function.
func (r *Resolver) mapParts(m ssa.Value, part mapPart) ([]template.Value, bool) {
	mm := r.mapOf(m)
	if mm == nil || !ownMap(mm) {
		return nil, false
	}
	var vals []template.Value
	for _, ref := range *mm.Referrers() {
		up, ok := ref.(*ssa.MapUpdate)
		switch {
		case !ok:
		case part == mapKey:
			vals = append(vals, r.evalIn(up.Key, up.Block()))
		case part == mapValue:
			vals = append(vals, r.evalIn(up.Value, up.Block()))
		}
	}
	return vals, len(vals) > 0 && len(vals) <= maxStores
}

// ownMap reports whether a map is filled by nobody but the function that makes
// it: it is handed to no call that could.
func ownMap(m *ssa.MakeMap) bool {
	return !slices.ContainsFunc(*m.Referrers(), func(ref ssa.Instruction) bool {
		call, ok := ref.(ssa.CallInstruction)
		if !ok {
			return false
		}
		if fn := calleeFunc(call.Common()); fn != nil && readsMap[fullName(fn)] {
			return false
		}
		_, isBuiltin := call.Common().Value.(*ssa.Builtin)
		return !isBuiltin
	})
}

// readsMap are functions that only read the maps that they are given.
var readsMap = map[string]bool{
	"maps.Keys": true, "maps.Values": true, "maps.All": true,
	"golang.org/x/exp/maps.Keys": true, "golang.org/x/exp/maps.Values": true,
	"github.com/samber/lo.Keys": true, "github.com/samber/lo.Values": true,
}
