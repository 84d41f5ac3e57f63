package methods

import "go/types"

// MentionsParam reports whether a type parameter is part of a type. A named
// type is looked at by its arguments, an interface by its methods.
func MentionsParam(t types.Type) bool { return mentions(t, 0) }

func mentions(t types.Type, depth int) bool {
	if depth > maxDepth {
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return mentions(t.Elem(), depth+1)
	case *types.Slice:
		return mentions(t.Elem(), depth+1)
	case *types.Array:
		return mentions(t.Elem(), depth+1)
	case *types.Chan:
		return mentions(t.Elem(), depth+1)
	case *types.Map:
		return mentions(t.Key(), depth+1) || mentions(t.Elem(), depth+1)
	case *types.Named:
		for a := range t.TypeArgs().Types() {
			if mentions(a, depth+1) {
				return true
			}
		}
	case *types.Struct:
		for f := range t.Fields() {
			if mentions(f.Type(), depth+1) {
				return true
			}
		}
	case *types.Interface:
		for m := range t.Methods() {
			if mentions(m.Type(), depth+1) {
				return true
			}
		}
	case *types.Signature:
		return tupleMentions(t.Params(), depth) || tupleMentions(t.Results(), depth)
	}
	return false
}

func tupleMentions(t *types.Tuple, depth int) bool {
	for v := range t.Variables() {
		if mentions(v.Type(), depth+1) {
			return true
		}
	}
	return false
}
