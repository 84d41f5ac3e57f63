package keyuse

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Keys that are made of more than one argument of a call.

// both returns the one key that two arguments are.
//
//	layered.Get(primary, secondary)
func (f *finder) both(primary, secondary ssa.Value) []found {
	return []found{f.together(f.res.Value(primary), secondary)}
}

// within returns the key that an argument is in a part of a store, which the
// client was asked for by its name.
//
//	layered.GetOrCreateSecondaryCache(primary).Get(secondary)
func (f *finder) within(s site, secondary ssa.Value) []found {
	primary := template.UnknownValue("names the part of a store, which is asked for elsewhere")
	if c := s.instr.Common(); !c.IsInvoke() && len(c.Args) > 0 {
		if maker, ok := f.res.Maker(c.Args[0]); ok {
			fn, as := f.callee(maker.Common()), args(maker.Common())
			if fn != nil && fn.Pkg() == s.fn.Pkg() && len(as) > 0 {
				primary = f.res.Value(as[0])
			}
		}
	}
	return []found{f.together(primary, secondary)}
}

// together makes the fields of a struct of two parts of a key.
func (f *finder) together(primary template.Value, secondary ssa.Value) found {
	return found{
		value: template.Value{Kind: template.IsRecord, Fields: []template.Named{
			{Name: "primary", Value: primary},
			{Name: "secondary", Value: f.one(secondary).value},
		}},
		arg: secondary,
	}
}

// made returns what the function makes that is given to a wrapper for its keys.
//
//	getAll(ctx, ids, func(id string) string { return "item:" + id })
func (f *finder) made(s site, t Taking, maker ssa.Value) template.Value {
	var call *template.Hole
	t.Key.Any(func(h *template.Hole) bool {
		if call == nil && h.Origin.Kind == template.Param && h.Origin.Index == t.Param && slices.Equal(h.Origin.Path, t.Path) {
			call = h
		}
		return call != nil
	})
	if call == nil {
		return template.UnknownValue("is made by a function that is not seen")
	}
	as := args(s.instr.Common())
	return f.res.Instantiate(template.TextValue(template.HoleSet(call)), s.fn.Origin().FullName(), func(i int) (template.Value, bool) {
		switch {
		case i == t.Param:
			return f.res.Argument(maker), true
		case i >= 0 && i < len(as):
			return f.res.Value(as[i]), true
		}
		return template.Value{}, false
	})
}

// mapped returns what a function makes of the elements of a list, or of the
// keys of a map.
//
//	c.GetOrFetchBatch(ctx, ids, func(id string) string { return "item:" + id }, fetch)
func (f *finder) mapped(list, maker ssa.Value) []found {
	made, owner, ok := f.res.Makes(maker)
	if !ok {
		return []found{{template.UnknownValue("is made by a function that is not seen"), types.Typ[types.String], maker}}
	}
	var elements []found
	if _, isMap := list.Type().Underlying().(*types.Map); isMap {
		elements = f.mapKeys(list)
	} else {
		elements = f.each(list, func(int) bool { return true })
	}
	var out []found
	for _, e := range elements {
		v := f.res.Instantiate(made, owner, func(i int) (template.Value, bool) { return e.value, i == 0 })
		out = append(out, found{v, types.Typ[types.String], maker})
	}
	return out
}
