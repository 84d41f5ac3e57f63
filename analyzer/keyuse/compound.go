package keyuse

import (
	"go/types"

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
