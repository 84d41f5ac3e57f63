// Package methods says which types an interface can hold, generic ones
// included: go/types answers only for types whose parameters are given.
package methods

import "go/types"

// Of returns the method that t or *t has under the name of m, or nil. It is
// looked up by itself: in generated code a type has hundreds of methods, and a
// set of them all is dear.
func Of(t types.Type, m *types.Func) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, m.Pkg(), m.Name())
	method, _ := obj.(*types.Func)
	return method
}

// Implement reports whether t or *t has the methods of iface. Where one of
// them is generic it reports whether type arguments can be such that it has:
//
//	type Cache[K comparable, V any] interface{ Get(K) (V, error) }
//	type Keyed[V any] struct{…}  // Get(string) (V, error): a Cache[string, V], but no Cache[int, V]
//
// The empty interface, which anything implements, says nothing: false.
func Implement(t types.Type, iface *types.Interface) bool {
	if iface.NumMethods() == 0 {
		return false
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	u := &unifier{bound: map[int]types.Type{}}
	if named, ok := types.Unalias(t).(*types.Named); ok && (named.TypeArgs().Len() == 0 || MentionsParam(named)) {
		t, u.params = named.Origin(), named.TypeParams() // its methods name them anew
	}
	var own []*types.Func // most types fail here, at the first method
	for m := range iface.Methods() {
		method := Of(t, m)
		if method == nil {
			return false
		}
		own = append(own, method)
	}
	if u.params.Len() == 0 && !mentionsParam(iface) {
		return types.Implements(t, iface) || types.Implements(types.NewPointer(t), iface)
	}
	for i, method := range own {
		u.recv = method.Signature().RecvTypeParams()
		if !u.signatures(method.Signature(), iface.Method(i).Signature()) {
			return false
		}
	}
	return true
}

// mentionsParam reports whether an interface's methods have type parameters.
func mentionsParam(iface *types.Interface) bool {
	for m := range iface.Methods() {
		if MentionsParam(m.Signature()) {
			return true
		}
	}
	return false
}
