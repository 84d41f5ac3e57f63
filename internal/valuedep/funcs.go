package valuedep

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/methods"
)

// A funcValue is a function that a function value can be.
type funcValue struct {
	fn    *ssa.Function
	recv  ssa.Value      // of a method value
	param *ssa.Parameter // a parameter of function type: the caller knows
	path  string         // the field of the parameter that the function is in
	made  *ssa.Call      // the call of a function that makes the function
}

// A funcSet is what a function value can be, and whether that is all.
type funcSet struct {
	values []funcValue
	all    bool
}

// A funcKey is a function value, and how many others it was come to by.
type funcKey struct {
	v     ssa.Value
	depth int
}

// functions returns what the function value v can be, and whether that is all.
func (a *Analysis) functions(v ssa.Value) ([]funcValue, bool) {
	return a.functionsOf(v, 0)
}

// functionsOf is functions within a depth. It is remembered for each, or a
// function that one of many is chosen for again and again would be followed by
// every way of choosing.
func (a *Analysis) functionsOf(v ssa.Value, depth int) ([]funcValue, bool) {
	if depth > maxTree {
		return nil, false
	}
	k := funcKey{v, depth}
	s, ok := a.functionSets[k]
	if !ok {
		s.values, s.all = a.functionsIn(v, depth)
		a.functionSets[k] = s
	}
	return s.values, s.all
}

func (a *Analysis) functionsIn(v ssa.Value, depth int) ([]funcValue, bool) {
	switch v := v.(type) {
	case *ssa.Function:
		return []funcValue{{fn: v}}, true
	case *ssa.MakeClosure:
		fn := v.Fn.(*ssa.Function)
		if !strings.HasPrefix(fn.Synthetic, "bound method wrapper") {
			return []funcValue{{fn: fn}}, true
		}
		obj, _ := fn.Object().(*types.Func)
		if obj == nil {
			return nil, false
		}
		if m := a.Pkg.Prog.FuncValue(obj.Origin()); m != nil && a.body(m) != nil {
			return []funcValue{{fn: m, recv: v.Bindings[0]}}, true
		}
		return nil, false
	case *ssa.Parameter:
		return []funcValue{{param: v}}, true
	case *ssa.ChangeType:
		return a.functionsOf(v.X, depth+1)
	case *ssa.MakeInterface:
		if fvs := a.loadMethods(v); len(fvs) > 0 {
			return fvs, true
		}
		return a.functionsOf(v.X, depth+1)
	case *ssa.FreeVar:
		return a.union(a.bindings[v], depth)
	case *ssa.Phi:
		return a.union(v.Edges, depth)
	case *ssa.Alloc:
		var vals []ssa.Value
		for _, r := range *v.Referrers() {
			if st, ok := r.(*ssa.Store); ok && st.Addr == v {
				vals = append(vals, st.Val)
			}
		}
		return a.union(vals, depth)
	case *ssa.Field:
		if p, ok := v.X.(*ssa.Parameter); ok && paramIndex(p) != Recv {
			return []funcValue{{param: p, path: fieldName(v.X, v.Field)}}, true
		}
	case *ssa.UnOp:
		if fa, ok := v.X.(*ssa.FieldAddr); ok {
			if p := given(fa.X); p != nil {
				return []funcValue{{param: p, path: fieldName(fa.X, fa.Field)}}, true
			}
			if u := a.fields[field(fa.X.Type(), fa.Field)]; u != nil && !u.unknown {
				return a.union(u.values(), depth)
			}
			return nil, false
		}
		return a.functionsOf(v.X, depth+1)
	case *ssa.Call:
		if fvs := a.madeBy(v); len(fvs) > 0 {
			return fvs, true
		}
		return a.wrapped(v, depth) // a function that wraps another: instrument(load)
	}
	return nil, false
}

// functionsAt returns the functions that a part of a value can be: those that
// are put into the field of a struct.
func (a *Analysis) functionsAt(part Part) ([]funcValue, bool) {
	if part.Path == "" {
		return a.functions(part.Value)
	}
	v := part.Value
	if p := given(v); p != nil {
		return []funcValue{{param: p, path: steps(part.Path)[0]}}, true
	}
	if u, ok := v.(*ssa.UnOp); ok {
		v = u.X
	}
	al, ok := v.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	var vals []ssa.Value
	for _, r := range *al.Referrers() {
		fa, ok := r.(*ssa.FieldAddr)
		if !ok || fieldName(fa.X, fa.Field) != part.Path {
			continue
		}
		for _, rr := range *fa.Referrers() {
			if st, ok := rr.(*ssa.Store); ok && st.Addr == fa {
				vals = append(vals, st.Val)
			}
		}
	}
	return a.union(vals, 0)
}

// loadMethodNames begin the names of the methods that a loader loads with.
var loadMethodNames = []string{"Load", "Get", "Fetch", "Compute"}

// objectLoads are those of them that a repository, which is no loader, does not
// commonly have.
var objectLoads = []string{"Load", "Fetch", "Compute"}

// loadMethods returns the method that an object which is handed over as a
// loader loads with.
func (a *Analysis) loadMethods(v *ssa.MakeInterface) []funcValue {
	n := namedOf(v.X.Type())
	if n == nil {
		return nil
	}
	if _, isFunc := n.Underlying().(*types.Signature); isFunc {
		return nil
	}
	iface, ok := v.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	for m := range iface.Methods() {
		r := m.Signature().Results()
		method := methods.Of(v.X.Type(), m)
		if method == nil || r.Len() == 0 || isError(r.At(0).Type()) || !hasPrefix(m.Name(), loadMethodNames) {
			continue
		}
		if fn := a.body(a.Pkg.Prog.FuncValue(method.Origin())); fn != nil {
			return []funcValue{{fn: fn, recv: v.X}}
		}
	}
	return nil
}

// wrapped returns the functions that a call hands back in another form: a
// decorator's result does what its argument does.
func (a *Analysis) wrapped(call *ssa.Call, depth int) ([]funcValue, bool) {
	var fvs []funcValue
	for _, arg := range call.Call.Args {
		if _, ok := arg.Type().Underlying().(*types.Signature); ok {
			got, _ := a.functionsOf(arg, depth+1)
			fvs = addNew(fvs, got)
		}
	}
	return fvs, false
}

// addNew adds those functions that are not there yet.
func addNew(to, more []funcValue) []funcValue {
	for _, fv := range more {
		if !slices.Contains(to, fv) {
			to = append(to, fv)
		}
	}
	return to
}

func (a *Analysis) union(vs []ssa.Value, depth int) ([]funcValue, bool) {
	var out []funcValue
	all := len(vs) > 0
	for _, v := range vs {
		if isZero(v) {
			continue
		}
		got, ok := a.functionsOf(v, depth+1)
		out = addNew(out, got)
		all = all && ok
	}
	return out, all
}

// given returns the parameter, not the receiver, that v is or points to. All
// that a variable ever holds can be itself: l = l.
func given(v ssa.Value) *ssa.Parameter {
	for range maxTree {
		switch x := v.(type) {
		case *ssa.Parameter:
			if paramIndex(x) == Recv {
				return nil
			}
			return x
		case *ssa.Alloc:
			v = onlyStore(x)
		case *ssa.UnOp:
			v = x.X
		default:
			return nil
		}
	}
	return nil
}

// madeBy returns the function literals that a function of the package makes.
func (a *Analysis) madeBy(call *ssa.Call) []funcValue {
	maker := a.body(call.Call.StaticCallee())
	if maker == nil {
		return nil
	}
	var fvs []funcValue
	for _, r := range returnsOf(maker) {
		for _, v := range r.Results {
			if ct, ok := v.(*ssa.ChangeType); ok {
				v = ct.X
			}
			if mc, ok := v.(*ssa.MakeClosure); ok {
				if fn := mc.Fn.(*ssa.Function); a.body(fn) != nil {
					fvs = append(fvs, funcValue{fn: fn, made: call})
				}
			}
		}
	}
	return fvs
}
