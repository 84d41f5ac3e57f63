package valuedep

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// shape returns what a call does to a store, as far as its form tells: for what
// can't be looked into, and that no client's row speaks of.
func (a *Analysis) shape(call ssa.CallInstruction) *Site {
	if s := a.onceShape(call); s != nil {
		return s
	}
	if a.body(call.Common().StaticCallee()) != nil {
		return nil
	}
	if s := a.builtShape(call); s != nil {
		return s
	}
	if s := loaderShape(call); s != nil {
		return s
	}
	return cacheShape(call)
}

// loaderShape finds a get-or-load by its form: a method of a cache without a
// visible body that takes a key, and a function which returns what it returns.
// One that says yes or no is asked of what was found: func(tag string) bool.
func loaderShape(call ssa.CallInstruction) *Site {
	com := call.Common()
	obj := calleeObject(com)
	if obj == nil || !hasPrefix(obj.Name(), loaderNames) {
		return nil
	}
	sig := obj.Signature()
	args := com.Args
	if !com.IsInvoke() && sig.Recv() != nil && len(args) > 0 {
		args = args[1:]
	}
	s := &Site{Instr: call, Op: Load}
	for i := 0; i < sig.Params().Len() && i < len(args); i++ {
		t := sig.Params().At(i).Type()
		switch u := t.Underlying().(type) {
		case *types.Signature:
			if u.Results().Len() > 0 && !isError(u.Results().At(0).Type()) && !isBool(u.Results().At(0).Type()) {
				s.Loaders = append(s.Loaders, Part{Value: args[i]})
			}
		default:
			if len(s.Loaders) == 0 && !isContext(t) && !isHandle(t) {
				s.Keys = append(s.Keys, Part{Value: args[i]})
			}
		}
	}
	if len(s.Loaders) != 1 || len(s.Keys) == 0 {
		return nil
	}
	if com.IsInvoke() {
		s.Handle = com.Value
	} else if sig.Recv() != nil {
		s.Handle = com.Args[0]
	}
	return s
}

// loaderNames begin the names of functions that get or load.
var loaderNames = []string{"GetOrLoad", "GetOrSet", "GetOrCompute", "GetOrCreate", "GetOrElse", "GetOrFetch", "GetOrAdd", "GetOrInsert", "GetOrPut",
	"GetOrStore", "GetWithLoader", "GetOrRefresh", "LoadOrCompute", "LoadOrFetch", "ComputeIfAbsent", "Remember", "Memoize", "SWR", "Fetch", "Once", "Cached", "ReadThrough", "GetThrough"}

// builderNames begin the names of functions that give a cache, when it is made,
// the function that it fills itself with.
var builderNames = []string{"Loading", "LoaderFunc", "LoaderExpireFunc", "WithLoader", "WithLoadFunc", "LoadFunc", "SetLoader", "SetDataLoader", "NewLoadingCache", "NewLoading", "NewLoadable", "NewWithLoader", "NewGroup"}

// builtShape finds the loader of a cache that fills itself. Its key is what the
// cache calls it with.
func (a *Analysis) builtShape(call ssa.CallInstruction) *Site {
	com := call.Common()
	if obj := calleeObject(com); obj == nil || !hasPrefix(obj.Name(), builderNames) || givenToGet(call) {
		return nil
	}
	args := com.Args
	if com.Signature().Variadic() {
		args = slices.Concat(args, Variadic(args[len(args)-1]))
	}
	for _, arg := range args {
		fvs, _ := a.functions(arg)
		if len(fvs) != 1 || fvs[0].fn == nil || a.body(fvs[0].fn) == nil {
			continue
		}
		s := &Site{Instr: call, Op: Load, Built: true, Loaders: []Part{{Value: arg}}}
		fn := a.body(fvs[0].fn)
		params := fn.Params
		if fn.Signature.Recv() != nil {
			params = params[1:]
		}
		for _, p := range params {
			if !isContext(p.Type()) && !isHandle(p.Type()) {
				s.Keys = append(s.Keys, Part{Value: p})
			}
		}
		if len(s.Keys) > 0 && fn.Signature.Results().Len() > 0 {
			return s
		}
	}
	return nil
}

// givenToGet reports whether a call makes an option of a look-up.
func givenToGet(call ssa.CallInstruction) bool {
	v, ok := call.(*ssa.Call)
	if !ok {
		return false
	}
	for _, r := range *v.Referrers() {
		st, ok := r.(*ssa.Store)
		if !ok {
			continue
		}
		ia, ok := st.Addr.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, r := range *ia.X.Referrers() {
			sl, ok := r.(*ssa.Slice)
			if !ok {
				continue
			}
			for _, r := range *sl.Referrers() {
				if c, ok := r.(ssa.CallInstruction); ok && hasPrefix(calleeName(c.Common()), getNames) {
					return true
				}
			}
		}
	}
	return false
}

// OptionLoader returns the loader that a look-up is given as an option.
func OptionLoader(call ssa.CallInstruction) ssa.Value {
	args := call.Common().Args
	if len(args) == 0 || !call.Common().Signature().Variadic() {
		return nil
	}
	for _, v := range Variadic(args[len(args)-1]) {
		opt, ok := v.(*ssa.Call)
		if !ok || len(opt.Call.Args) != 1 || !hasPrefix(calleeName(opt.Common()), builderNames) {
			continue
		}
		return opt.Call.Args[0]
	}
	return nil
}

// getNames and setNames begin the names of the methods of a cache.
var (
	getNames = []string{"Get", "Lookup", "Load", "Fetch", "Read", "Find", "Peek"}
	setNames = []string{"Set", "Put", "Add", "Store", "Save", "Write", "Insert"}
)

// cacheShape finds a look-up or a set by its form: a method of something that
// is called a cache, which takes a key and, to set, a value behind it.
func cacheShape(call ssa.CallInstruction) *Site {
	com := call.Common()
	obj := calleeObject(com)
	if obj == nil || obj.Signature().Recv() == nil || !hasPrefix(obj.Name(), slices.Concat(getNames, setNames)) {
		return nil
	}
	args := callArgs(com)
	handle := args[0]
	args = args[1:]
	if !calledCache(handle) || obj.Signature().Params().Len() != len(args) {
		return nil
	}
	s := &Site{Instr: call, Handle: handle, Store: "cache " + types.TypeString(deref(handle.Type()), nil)}
	if hasPrefix(obj.Name(), setNames) {
		s.Op = Set
		args = args[:lastValue(args, obj.Signature())]
		if len(args) < 2 {
			return nil
		}
		s.Values = []Part{{Value: args[len(args)-1]}}
		args = args[:len(args)-1]
	}
	for i, arg := range args {
		t := obj.Signature().Params().At(i).Type()
		switch {
		case isContext(t):
		case s.Op == Get && (i > 0 && len(s.Keys) > 0 && !isKey(t)):
			// where the value goes
		case isKey(t):
			s.Keys = append(s.Keys, Part{Value: arg})
		default:
			return nil
		}
	}
	if len(s.Keys) == 0 {
		return nil
	}
	return s
}

// lastValue returns the number of arguments up to the value that is set: how
// long it is kept, and options, stand behind it.
func lastValue(args []ssa.Value, sig *types.Signature) int {
	n := len(args)
	if sig.Variadic() {
		n--
	}
	for n > 2 {
		p := sig.Params().At(n - 1)
		if types.TypeString(p.Type(), nil) == "time.Duration" || noiseName(p.Name()) || isContext(p.Type()) {
			n--
			continue
		}
		break
	}
	return n
}

// isKey reports whether values of t can be a key: what can be compared, and is
// not a reference.
func isKey(t types.Type) bool {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic, *types.Array:
		return true
	case *types.Struct:
		return types.Comparable(t) && !isHandle(t)
	case *types.Interface:
		_, ok := types.Unalias(t).(*types.TypeParam)
		return ok || u.NumMethods() > 0 && dataInterface(t, u)
	}
	return false
}

// calledCache reports whether a store is called a cache: its type, or the field
// or variable that it is in.
func calledCache(v ssa.Value) bool {
	if n := namedOf(v.Type()); n != nil && cacheName(n.Obj().Name()) {
		return hasGet(v.Type())
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		return calledCache(v.X)
	case *ssa.FieldAddr:
		return cacheName(fieldName(v.X, v.Field))
	case *ssa.Field:
		return cacheName(fieldName(v.X, v.Field))
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return cacheName(v.Name())
	}
	return false
}

// hasGet reports whether something can be got out of what is called a cache: a
// KV without a Get is a list of names and values to print.
func hasGet(t types.Type) bool {
	if _, isPtr := t.Underlying().(*types.Pointer); !isPtr && !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	for m := range types.NewMethodSet(t).Methods() {
		for _, verb := range []string{"Get", "Load", "Fetch", "Lookup", "Find", "Read", "Once", "Do", "Remember"} {
			if hasPrefix(m.Obj().Name(), []string{verb}) {
				return true
			}
		}
	}
	return false
}

func cacheName(s string) bool {
	p := plain(s)
	return strings.Contains(p, "cache") && !strings.Contains(p, "cachecontrol") || strings.HasSuffix(s, "KV") || p == "kv" || p == "keyvalue" || strings.HasPrefix(p, "memo")
}
