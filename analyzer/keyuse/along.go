package keyuse

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// along follows a taking's path from an argument: the elements of a list of
// keys are a use each.
func (f *finder) along(s site, t Taking, arg ssa.Value) []found {
	path := t.Path
	if len(path) == 0 {
		return []found{f.one(arg)}
	}
	if path[0] == template.Called {
		return []found{{f.made(s, t, arg), nil, arg}}
	}
	if path[0] == template.MapKey {
		ks := f.mapKeys(arg)
		for i := range ks {
			ks[i] = f.fields(ks[i], path[1:])
		}
		return ks
	}
	if index, ok := template.IsElement(path[0]); ok {
		ks := f.each(arg, func(i int) bool { return index < 0 || i == index })
		for i := range ks {
			ks[i] = f.fields(ks[i], path[1:])
		}
		return ks
	}
	return []found{f.fields(f.one(arg), path)}
}

func (f *finder) fields(k found, path []string) found {
	for _, name := range path {
		if index, ok := template.IsElement(name); ok {
			vs := f.res.ElementsOf(k.value)
			if index >= 0 && index < len(vs) {
				vs = vs[index : index+1]
			}
			k = found{template.JoinValues(vs...), elementType(k.typ), k.arg}
			continue
		}
		k = f.fieldOf(k, name)
	}
	return k
}

// elementType is the type of a list's elements, nil where it is none.
func elementType(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	if list, ok := t.Underlying().(interface{ Elem() types.Type }); ok {
		return list.Elem()
	}
	return nil
}
