package methods

import "go/types"

// A unifier asks whether the methods of a generic type can be those of an
// interface, and holds what its type parameters are then.
type unifier struct {
	params *types.TypeParamList // of the type; nil if it has none
	recv   *types.TypeParamList // how the method at hand calls them
	bound  map[int]types.Type   // by their place in the list
}

// index returns the place of the type's own parameter p, or -1.
func (u *unifier) index(p *types.TypeParam) int {
	for _, list := range []*types.TypeParamList{u.recv, u.params} {
		if i := p.Index(); i < list.Len() && list.At(i) == p {
			return i
		}
	}
	return -1
}

// signatures reports whether a, a method of the type, can be b, that of the
// interface.
func (u *unifier) signatures(a, b *types.Signature) bool {
	return a.Variadic() == b.Variadic() && u.tuples(a.Params(), b.Params()) && u.tuples(a.Results(), b.Results())
}

func (u *unifier) tuples(a, b *types.Tuple) bool {
	if a.Len() != b.Len() {
		return false
	}
	for i := range a.Len() {
		if !u.types(a.At(i).Type(), b.At(i).Type()) {
			return false
		}
	}
	return true
}

func (u *unifier) types(a, b types.Type) bool {
	a, b = types.Unalias(a), types.Unalias(b)
	if p, ok := a.(*types.TypeParam); ok {
		return u.bind(p, b)
	}
	if _, ok := b.(*types.TypeParam); ok || types.Identical(a, b) {
		return true // the interface's own parameter can be anything
	}
	switch a := a.(type) {
	case *types.Pointer:
		b, ok := b.(*types.Pointer)
		return ok && u.types(a.Elem(), b.Elem())
	case *types.Slice:
		b, ok := b.(*types.Slice)
		return ok && u.types(a.Elem(), b.Elem())
	case *types.Array:
		b, ok := b.(*types.Array)
		return ok && a.Len() == b.Len() && u.types(a.Elem(), b.Elem())
	case *types.Chan:
		b, ok := b.(*types.Chan)
		return ok && a.Dir() == b.Dir() && u.types(a.Elem(), b.Elem())
	case *types.Map:
		b, ok := b.(*types.Map)
		return ok && u.types(a.Key(), b.Key()) && u.types(a.Elem(), b.Elem())
	case *types.Signature:
		b, ok := b.(*types.Signature)
		return ok && u.signatures(a, b)
	case *types.Named:
		b, ok := b.(*types.Named)
		return ok && u.instances(a, b)
	case *types.Struct, *types.Interface:
		// Literals with parameters in them: not taken apart.
		return MentionsParam(a) || MentionsParam(b)
	}
	return false
}

// instances reports whether two instances of a generic type can be the same.
func (u *unifier) instances(a, b *types.Named) bool {
	if a.Origin() != b.Origin() || a.TypeArgs().Len() != b.TypeArgs().Len() {
		return false
	}
	for i := range a.TypeArgs().Len() {
		if !u.types(a.TypeArgs().At(i), b.TypeArgs().At(i)) {
			return false
		}
	}
	return a.TypeArgs().Len() > 0
}

// bind makes t the argument of the parameter p, if it can be.
func (u *unifier) bind(p *types.TypeParam, t types.Type) bool {
	i := u.index(p)
	if i < 0 || MentionsParam(t) {
		return true
	}
	if old, ok := u.bound[i]; ok {
		return types.Identical(old, t)
	}
	u.bound[i] = t
	constraint, ok := p.Constraint().Underlying().(*types.Interface)
	return !ok || MentionsParam(constraint) || types.Satisfies(t, constraint)
}
