package methods

import "go/types"

// MentionsParam reports whether a type parameter is part of a type. A named
// type is looked at by its arguments, an interface by its methods.
func MentionsParam(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return MentionsParam(t.Elem())
	case *types.Slice:
		return MentionsParam(t.Elem())
	case *types.Array:
		return MentionsParam(t.Elem())
	case *types.Chan:
		return MentionsParam(t.Elem())
	case *types.Map:
		return MentionsParam(t.Key()) || MentionsParam(t.Elem())
	case *types.Named:
		for a := range t.TypeArgs().Types() {
			if MentionsParam(a) {
				return true
			}
		}
	case *types.Struct:
		for f := range t.Fields() {
			if MentionsParam(f.Type()) {
				return true
			}
		}
	case *types.Interface:
		for m := range t.Methods() {
			if MentionsParam(m.Type()) {
				return true
			}
		}
	case *types.Signature:
		return tupleMentions(t.Params()) || tupleMentions(t.Results())
	}
	return false
}

func tupleMentions(t *types.Tuple) bool {
	for v := range t.Variables() {
		if MentionsParam(v.Type()) {
			return true
		}
	}
	return false
}
