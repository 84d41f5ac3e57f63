package resolve

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// What maps are filled with: by the function that reads them, or by the one
// that makes them for it.
//
//	func bySlot(keys []string) map[int][]string {
//		slots := map[int][]string{}
//		for _, key := range keys {
//			slots[slot(key)] = append(slots[slot(key)], key)
//		}
//		return slots
//	}

// lookup evaluates m[k] by what the map was filled with, when that is known:
// a literal in a variable that nothing changes, or a local map.
func (r *Resolver) lookup(v *ssa.Lookup, at ssa.Value) template.Value {
	mm := r.mapOf(v.X)
	if mm == nil {
		return r.holeOf(at)
	}
	key, keyKnown := v.Index.(*ssa.Const)
	out, ok := r.mapValue(mm, func(k ssa.Value) bool {
		c, ok := k.(*ssa.Const)
		return !ok || !keyKnown || constantText(c) == constantText(key)
	})
	if h, isHole := out.Hole(); isHole && (h.IsAnySelf() || tooMuch[h.Origin.Reason]) {
		return out
	}
	if !ok || isText(out) && !hasText(out.Text) {
		return r.holeOf(at)
	}
	return out
}

// mapOf returns the map literal or make that a map value is.
func (r *Resolver) mapOf(v ssa.Value) *ssa.MakeMap {
	m, _ := r.mapSource(v).(*ssa.MakeMap)
	return m
}

// mapSource returns the make, the literal or the call that a map value is from.
func (r *Resolver) mapSource(v ssa.Value) ssa.Value {
	switch x := v.(type) {
	case *ssa.MakeMap, *ssa.Call:
		return x
	case *ssa.Extract:
		if _, ok := x.Tuple.(*ssa.Call); ok {
			return x
		}
	case *ssa.UnOp:
		if g, ok := x.X.(*ssa.Global); ok {
			stores := r.index.globals[g]
			if len(stores) == 1 && stores[0].Parent().Name() == "init" && !r.index.updates[g] {
				return madeMap(stores[0].Val)
			}
		}
		if val, ok := r.onlyStore(x); ok {
			return madeMap(val)
		}
	}
	return nil
}

func madeMap(v ssa.Value) ssa.Value {
	if m, ok := v.(*ssa.MakeMap); ok {
		return m
	}
	return nil
}

// mapValue joins what is put into a map here, under the keys that count.
// What is made of the map's own values goes on from the zero value:
//
//	m[k] = append(m[k], x)
func (r *Resolver) mapValue(m ssa.Value, counts func(key ssa.Value) bool) (template.Value, bool) {
	if mk, ok := r.busy[m]; ok {
		return r.self(mk), true
	}
	var ups []*ssa.MapUpdate
	for _, ref := range *m.Referrers() {
		if up, ok := ref.(*ssa.MapUpdate); ok && up.Map == m && counts(up.Key) {
			ups = append(ups, up)
		}
	}
	switch {
	case len(ups) == 0:
		return template.Value{}, false
	case len(ups) > maxStores:
		return template.UnknownValue(template.TooMany), true
	}
	elem := m.Type().Underlying().(*types.Map).Elem()
	out, id := loop(r, r.busy, m, func() []template.Value {
		vals := make([]template.Value, len(ups))
		for i, up := range ups {
			vals[i] = r.evalIn(up.Value, up.Block())
		}
		if slices.ContainsFunc(vals, func(v template.Value) bool { return v.Any((*template.Hole).IsAnySelf) }) {
			vals = append(vals, zero(elem))
		}
		return r.asSlices(vals, elem)
	})
	if out.Any(func(h *template.Hole) bool { return h.IsSelf(id) }) {
		return template.Value{}, false
	}
	return out, true
}

// asSlices makes lists of values of a slice type where some are lists: a hole
// that is a slice is the list of its elements.
func (r *Resolver) asSlices(vals []template.Value, t types.Type) []template.Value {
	if _, ok := t.Underlying().(*types.Slice); !ok || isBytes(t) {
		return vals
	}
	if !slices.ContainsFunc(vals, func(v template.Value) bool { return v.Kind == template.IsList }) {
		return vals
	}
	for i, v := range vals {
		if !isSelf(v) {
			vals[i] = template.Value{Kind: template.IsList, Lists: r.asLists(v)}
		}
	}
	return vals
}

// ranged evaluates the key or value of a range over a map: what the map is
// filled with, or a key of what a parameter holds.
func (r *Resolver) ranged(m ssa.Value, v *ssa.Extract) template.Value {
	if vals, ok := r.mapParts(m, mapPart(v.Index)); ok {
		return r.named(template.JoinValues(vals...), v)
	}
	if mapPart(v.Index) == mapKey {
		if h, ok := r.eval(m).Hole(); ok && h.Origin.Kind == template.Param {
			el, _ := elementAt(h, template.MapKey).Hole()
			c := *el
			c.Type, c.Form, c.Evidence = typeName(v.Type()), formOf(v.Type()), nil
			// What a key is called says more than what its map is.
			c = *(&c).Known(append(r.evidence(v), el.Evidence...)...)
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

// mapParts returns the keys or values of a map that is filled in this function
// and, where it is the result of a call, in the one that is called.
func (r *Resolver) mapParts(m ssa.Value, part mapPart) ([]template.Value, bool) {
	src := r.mapSource(m)
	if src == nil || !ownMap(src) {
		return nil, false
	}
	var vals []template.Value
	if _, isMake := src.(*ssa.MakeMap); !isMake {
		made, ok := r.returnedParts(src, part)
		if !ok {
			return nil, false
		}
		vals = made
	}
	if part == mapValue {
		if v, ok := r.mapValue(src, func(ssa.Value) bool { return true }); ok {
			vals = append(vals, v)
		}
	} else {
		for _, ref := range *src.Referrers() {
			if up, ok := ref.(*ssa.MapUpdate); ok && up.Map == src {
				vals = append(vals, r.evalIn(up.Key, up.Block()))
			}
		}
	}
	return vals, len(vals) > 0 && len(vals) <= maxStores
}

// returnedParts returns the keys or values of the map that a call returns, of a
// function of this package or of a generic one.
func (r *Resolver) returnedParts(m ssa.Value, part mapPart) (vals []template.Value, ok bool) {
	index := 0
	call, isCall := m.(*ssa.Call)
	if e, isExtract := m.(*ssa.Extract); isExtract {
		call, isCall = e.Tuple.(*ssa.Call)
		index = e.Index
	}
	if !isCall || call.Call.StaticCallee() == nil {
		return nil, false
	}
	callee := r.body(call.Call.StaticCallee())
	if callee == nil {
		return r.parametricParts(call, calleeFunc(&call.Call), index, part)
	}
	if frame, busy := r.underway[callee]; busy {
		r.meet(frame)
		return nil, false
	}
	if r.calls >= maxCalls {
		return nil, false
	}
	r.within(callee, func() { vals, ok = r.partsOfResult(callee, index, part) })
	for i, v := range vals {
		vals[i] = r.substitute(v, ownerOf(callee), call, callee)
	}
	return vals, ok
}

// partsOfResult returns the keys or values of the map that a function returns.
func (r *Resolver) partsOfResult(fn *ssa.Function, index int, part mapPart) ([]template.Value, bool) {
	var out []template.Value
	for _, b := range fn.Blocks {
		ret, ok := last(b).(*ssa.Return)
		if !ok || b == fn.Recover {
			continue
		}
		if c, ok := ret.Results[index].(*ssa.Const); ok && c.IsNil() {
			continue
		}
		vals, ok := r.mapParts(ret.Results[index], part)
		if !ok {
			return nil, false
		}
		for _, v := range vals {
			if !slices.ContainsFunc(out, func(o template.Value) bool { return sameValue(o, v) }) {
				out = append(out, v)
			}
		}
	}
	return out, len(out) > 0
}

// ownMap reports whether a map is filled by nobody but the function that has
// it: it is handed to no call that could.
func ownMap(m ssa.Value) bool {
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
