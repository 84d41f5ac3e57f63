package valuedep

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// writes adds what is written, before c.use, into the memory that v leads to:
// stores to fields and elements, entries of maps, and calls that fill it.
func (w *walk) writes(v ssa.Value, path string, c from) {
	if !refers(v.Type()) {
		return
	}
	if _, isVar := v.(*ssa.Alloc); w.place && !isVar {
		return
	}
	_, isChan := v.Type().Underlying().(*types.Chan)
	if _, isAlloc := v.(*ssa.Alloc); !isAlloc && !isChan && w.a.isHandle(v.Type()) && !isFilled(v.Type()) {
		return
	}
	if p, ok := v.(*ssa.Parameter); ok && paramIndex(p) == Recv && !isFluent(p) {
		return // a receiver's own state is not made of the call's inputs
	}
	if w.holdsHandle(v) {
		defer func(place bool) { w.place = place }(w.place)
		w.place = true // what is put into a store that a closure captures is not the store
	}
	s := &writeScan{w: w, c: c, root: v, seen: map[writeKey]bool{}}
	s.kill, s.part = w.a.lastStore(v, c.use), path
	s.from(v, path)
	w.deps.fresh = w.deps.fresh || s.fresh > 0 && s.fresh == s.stores
}

// isFluent reports whether a method returns what it was called on, with more in
// it: q.Where(…).
func isFluent(recv *ssa.Parameter) bool {
	r := recv.Parent().Signature.Results()
	return r.Len() == 1 && types.Identical(r.At(0).Type(), recv.Type())
}

type writeKey struct {
	v    ssa.Value
	path string
}

// A writeScan looks for the writes into one piece of memory.
type writeScan struct {
	w    *walk
	c    from
	root ssa.Value
	part string     // of the root that is asked for
	kill *ssa.Store // the store that every earlier write is lost by
	seen map[writeKey]bool
	// How many stores count, and how many of them are of what is fresh.
	stores, fresh int
}

// from looks at everything that is done with v, an address or a reference into
// the memory; path is the part of it that counts.
func (s *writeScan) from(v ssa.Value, path string) {
	k := writeKey{v, path}
	refs := v.Referrers()
	if s.seen[k] || refs == nil {
		return
	}
	if len(s.seen) > maxDeps {
		s.w.deps.cut = true
		return
	}
	s.seen[k] = true
	for _, r := range *refs {
		if _, isStore := r.(*ssa.Store); s.w.place && !isStore {
			continue
		}
		switch r := r.(type) {
		case *ssa.Store:
			s.store(r, v, path)
		case *ssa.MapUpdate:
			s.mapUpdate(r, v, path)
		case *ssa.FieldAddr:
			if f := field(v.Type(), r.Field); f != nil {
				if rest, ok := into(f.Name(), fieldPath(v.Type(), path)); ok {
					s.from(r, rest)
				}
			}
		case *ssa.IndexAddr:
			if rest, ok := into(indexStep(r.Index), path); ok && r.X == v {
				s.from(r, rest)
			}
		case *ssa.MakeClosure:
			s.closure(r, v, path)
		case ssa.CallInstruction:
			if s.counts(r) {
				s.call(r, v, path)
			}
		case *ssa.Send:
			if r.Chan == v && s.counts(r) {
				s.w.value(r.X, path, s.c)
			}
		case ssa.Value:
			if passes(r, v) {
				s.from(r, path)
			}
		}
	}
}

// passes reports whether the value r is v, or what v refers to, in another form.
func passes(r, v ssa.Value) bool {
	switch r := r.(type) {
	case *ssa.UnOp:
		return refers(r.Type())
	case *ssa.Slice:
		return r.X == v
	case *ssa.TypeAssert:
		return refers(r.AssertedType) // a text that was found in an any is no memory
	case *ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert:
		return true
	}
	return false
}

// into returns what is left of path below a step; a path that ends before
// covers all below it, and an unknown element can be each of them.
func into(step, path string) (string, bool) {
	if path == "" {
		return "", true
	}
	first, rest, _ := strings.Cut(path, Sep)
	if first == step || (strings.HasPrefix(first, "[") && strings.HasPrefix(step, "[") && (first == "[]" || step == "[]")) {
		return rest, true
	}
	return "", false
}

// fieldPath is a path that begins with a field of t; what is reached through a
// method may be made of any of them.
func fieldPath(t types.Type, path string) string {
	first, _, _ := strings.Cut(path, Sep)
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return path
	}
	for f := range s.Fields() {
		if f.Name() == first {
			return path
		}
	}
	return ""
}

func indexStep(i ssa.Value) string {
	if k, ok := i.(*ssa.Const); ok && k.Value != nil {
		return "[" + k.Value.String() + "]"
	}
	return "[]"
}

// counts reports whether the instruction can run before the use, and is not
// made void by a later store.
func (s *writeScan) counts(in ssa.Instruction) bool {
	use := s.c.use
	if use == nil || in.Parent() != use.Parent() {
		return true
	}
	if in == use || !s.w.a.reaches(in, use) {
		return false
	}
	if s.kill == nil || in == s.kill || in.Parent() != s.kill.Parent() {
		return true
	}
	return s.w.a.reaches(s.kill, in)
}

func (s *writeScan) store(st *ssa.Store, v ssa.Value, path string) {
	if st.Addr == v {
		if s.counts(st) {
			c := s.conditions(st)
			if c.use != nil && st.Parent() == c.use.Parent() && !refers(st.Val.Type()) {
				c.use = st
			}
			s.w.alternatives(1, func(int) {
				s.w.value(st.Val, path, c)
				s.stores++
				if s.w.deps.fresh {
					s.fresh++
				}
				s.w.deps.fresh = false
			})
		}
		return
	}
	// The address is put somewhere: among the arguments of a variadic call.
	ia, ok := st.Addr.(*ssa.IndexAddr)
	if !ok {
		return
	}
	if arr, ok := ia.X.(*ssa.Alloc); ok && arr.Comment == "varargs" {
		for _, r := range *arr.Referrers() {
			if sl, ok := r.(*ssa.Slice); ok {
				s.variadic(sl, st.Val)
			}
		}
	}
}

// variadic looks at the calls that get v among the arguments in sl.
func (s *writeScan) variadic(sl *ssa.Slice, v ssa.Value) {
	for _, r := range *sl.Referrers() {
		if call, ok := r.(ssa.CallInstruction); ok && s.counts(call) {
			s.opaque(call, sl, v)
		}
	}
}

// conditions adds what decides whether an instruction is run to what the value
// depends on, and returns how to go on to what it writes.
func (s *writeScan) conditions(in ssa.Instruction) from {
	if s.c.use != nil {
		conds, cut := s.w.a.selects(in.Block(), s.c.use.Block())
		s.w.deps.cut = s.w.deps.cut || cut
		for _, cond := range conds {
			s.w.value(cond, "", s.c.by(Cond).at(s.w.a.condPos(cond, s.c.pos)))
		}
	}
	return s.c.at(in.Pos())
}

func (s *writeScan) mapUpdate(u *ssa.MapUpdate, v ssa.Value, path string) {
	if u.Map != v || !s.counts(u) {
		return
	}
	rest, ok := into(indexStep(u.Key), path)
	if !ok {
		return
	}
	c := s.conditions(u)
	if path == "" {
		s.w.value(u.Key, "", c)
	}
	s.w.value(u.Value, rest, c)
}

// closure looks for writes inside a function literal that captures v.
func (s *writeScan) closure(mc *ssa.MakeClosure, v ssa.Value, path string) {
	fn := mc.Fn.(*ssa.Function)
	for i, b := range mc.Bindings {
		if b == v && i < len(fn.FreeVars) {
			s.from(fn.FreeVars[i], path)
		}
	}
}

// call looks at a call that gets the address or reference v.
func (s *writeScan) call(call ssa.CallInstruction, v ssa.Value, path string) {
	com := call.Common()
	if b, ok := com.Value.(*ssa.Builtin); ok {
		if b.Name() == "copy" && com.Args[0] == v {
			s.w.value(com.Args[1], path, s.c.at(call.Pos()))
		}
		return
	}
	if fn := s.w.a.body(com.StaticCallee()); fn != nil {
		for i, arg := range com.Args {
			if arg == v && i < len(fn.Params) {
				s.w.outs(fn, i, path, call, s.conditions(call).through(call.Pos(), "filled by "+fn.Name()))
			}
		}
		return
	}
	if k := s.w.a.Known(calleeObject(com)); k != nil && k.Outs != nil {
		for i, arg := range callArgs(com) {
			if outs, ok := k.Outs[i]; ok && arg == v {
				s.w.known(outs, call, s.conditions(call))
				return
			}
		}
	}
	if w, ok := call.(*ssa.Call); ok && writesInto(w) {
		s.from(w, "")
	}
	s.opaque(call, v, v)
}

// writesInto reports whether a call makes something which writes what it is
// given into the memory that the call gets: json.NewEncoder(&buf).Encode(v).
func writesInto(call *ssa.Call) bool {
	n := namedOf(call.Type())
	return n != nil && (strings.HasSuffix(n.Obj().Name(), "Encoder") || strings.HasSuffix(n.Obj().Name(), "Writer"))
}

// opaque looks at a call that can't be looked into and gets v as the argument
// arg: whether it fills v, by what v is and by what the call is named.
func (s *writeScan) opaque(call ssa.CallInstruction, arg, v ssa.Value) {
	com := call.Common()
	name := calleeName(com)
	args := callArgs(com)
	isRecv := len(args) > 0 && args[0] == arg && (com.IsInvoke() || com.Signature().Recv() != nil)
	switch {
	case isRecv && (setterName(name) || s.isEmpty() || (s.w.own != nil || isFilled(arg.Type())) && !hasPrefix(name, nonBuilders)):
	case !isRecv && (fillerName(name) || s.isEmpty() && !readerName(name)):
	default:
		return
	}
	c := s.conditions(call)
	if s.decoded(call, c) {
		return
	}
	if !isRecv && !isTransparent(com) {
		c = c.by(Call)
	}
	for _, other := range args {
		if other != arg {
			s.w.argument(other, call, c)
			continue
		}
		if sl, ok := other.(*ssa.Slice); ok && arg != v && sl == arg {
			continue // the other variables that the same call fills
		}
	}
}

// isEmpty reports whether the memory is a variable that nothing else sets: so
// that a call which gets its address must do it.
func (s *writeScan) isEmpty() bool {
	al, ok := s.root.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, r := range *al.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr == al {
				return false
			}
		case *ssa.FieldAddr:
			for _, rr := range *r.Referrers() {
				if st, ok := rr.(*ssa.Store); ok && st.Addr == r {
					return false
				}
			}
		}
	}
	return true
}

// fillers begin the names of functions that write what they are given the
// address of; setters those of methods that put their arguments into the
// receiver; readers those of functions that only look.
var (
	fillers = []string{"Scan", "Unmarshal", "Decode", "Bind", "Read", "Get", "Find", "First", "Take", "Last", "Load", "Fetch", "Query", "Select",
		"Parse", "Into", "Fill", "Populate", "As", "Copy", "Convert", "Merge", "Pluck", "StructScan", "ShouldBind", "Lookup", "Map", "To", "Raw", "Rows", "All", "One", "Do", "Result", "Count", "Exec"}
	setters = []string{"Set", "Add", "Write", "Append", "Put", "Push", "With", "Where", "And", "Or", "Order", "Limit", "Offset", "Bind",
		"Param", "Query", "Header", "Body", "Join", "Filter", "From", "Select", "Arg", "Eq", "Read", "Scan", "Unmarshal", "Decode", "Grow", "Insert", "Store", "Columns", "Group", "Having"}
	readers = []string{"Print", "Log", "Debug", "Info", "Warn", "Error", "Marshal", "Encode", "Validate", "Check", "Is", "Has", "String", "Sprint", "Record", "Observe", "Track", "Close", "Lock", "Unlock", "RLock", "RUnlock"}
)

// nonBuilders begin the names of methods that add nothing to a text.
var nonBuilders = []string{"Close", "Reset", "Log", "Lock", "Unlock", "String", "Is", "Has", "Check", "Validate"}

func fillerName(name string) bool { return hasPrefix(name, fillers) }
func setterName(name string) bool { return hasPrefix(name, setters) }
func readerName(name string) bool { return hasPrefix(name, readers) }

func hasPrefix(name string, prefixes []string) bool {
	for _, p := range prefixes {
		if len(name) >= len(p) && strings.EqualFold(name[:len(p)], p) && (len(name) == len(p) || !isLower(name[len(p)])) {
			return true
		}
	}
	return false
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// isFilled reports whether values of type t gather what they are given,
// although they are handles otherwise.
func isFilled(t types.Type) bool {
	if isRequest(t) {
		return true
	}
	n := namedOf(t)
	if n == nil {
		return false
	}
	for _, s := range []string{"Builder", "Buffer", "Request", "Query", "Values", "Header"} {
		if strings.HasSuffix(n.Obj().Name(), s) {
			return true
		}
	}
	return false
}
