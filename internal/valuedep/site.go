package valuedep

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// An Op is what a call does to a store, as far as values are concerned.
type Op uint8

// The ops.
const (
	Get  Op = iota // looks a key up
	Set            // stores a value
	Load           // looks a key up, and stores what a loader returns
)

// A Part is a value, or a part of one.
type Part struct {
	Value ssa.Value
	Path  string
}

// A Site is what one instruction does to a store.
type Site struct {
	Instr  ssa.Instruction
	Op     Op
	Keys   []Part
	Values []Part // Set
	// Loaders are the functions that make the value: Load.
	Loaders []Part
	// Handle is the store: what it was picked by is as good as in the key.
	Handle ssa.Value
	// Remote says that the store lives outside the process: it is shared,
	// whatever object holds the client.
	Remote bool
	// Errors says that errors are handed to other callers too.
	Errors bool
	// Store is, for a map of the program's own, what tells it from others; a
	// map is a cache only where it is looked up first and filled on a miss.
	Store string
	// Text is the key as it is printed, "" when it is not known.
	Text string
	// Built says that the loader is given to the store when that is made: what
	// it captures belongs to the store, what it takes from a context does not.
	Built bool
	// Finds says of a set that it returns what was there before: it is its own
	// look-up.
	Finds bool
	// Once says that there is no key: the value is made for the first caller.
	Once bool
}

// mapSite returns what an instruction does to a map that lives in a field or in
// a package-level variable.
func (a *Analysis) mapSite(in ssa.Instruction) *Site {
	switch in := in.(type) {
	case *ssa.MapUpdate:
		if id := mapIdentity(in.Map); id != "" && a.outlives(in.Map) && !isConstant(in.Key) && !a.isHandedOut(in.Map) {
			return &Site{Instr: in, Op: Set, Keys: []Part{{Value: in.Key}}, Values: []Part{{Value: in.Value}}, Handle: in.Map, Store: id}
		}
	case *ssa.Lookup:
		if id := mapIdentity(in.X); id != "" && a.outlives(in.X) && !isConstant(in.Index) && !a.isHandedOut(in.X) {
			return &Site{Instr: in, Op: Get, Keys: []Part{{Value: in.Index}}, Handle: in.X, Store: id}
		}
	case *ssa.Call:
		return a.syncMapSite(in)
	}
	return nil
}

func (a *Analysis) syncMapSite(call *ssa.Call) *Site {
	com := call.Common()
	fn := com.StaticCallee()
	if fn == nil || fn.Signature.Recv() == nil || len(com.Args) < 2 {
		return nil
	}
	n := namedOf(fn.Signature.Recv().Type())
	if n == nil || n.Obj().Pkg() == nil || n.Obj().Pkg().Path() != "sync" || n.Obj().Name() != "Map" {
		return nil
	}
	id := mapIdentity(com.Args[0])
	if id == "" {
		return nil
	}
	s := &Site{Instr: call, Keys: []Part{{Value: com.Args[1]}}, Handle: com.Args[0], Store: id}
	switch fn.Name() {
	case "Load":
		s.Op = Get
	case "Store", "LoadOrStore", "Swap":
		s.Op, s.Finds = Set, fn.Name() == "LoadOrStore"
		s.Values = []Part{{Value: com.Args[2]}}
	default:
		return nil
	}
	return s
}

// mapIdentity names the field or variable that holds a map, "" for others:
// those do not outlive the call, or are reached some other way.
func mapIdentity(v ssa.Value) string {
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.MUL {
		v = u.X
	}
	switch v := v.(type) {
	case *ssa.FieldAddr:
		f := field(v.X.Type(), v.Field)
		if f == nil {
			return ""
		}
		if n := namedOf(v.X.Type()); n != nil && n.Obj().Pkg() != nil {
			return n.Obj().Pkg().Path() + "." + n.Obj().Name() + "." + f.Name()
		}
		return f.Name()
	case *ssa.Field:
		if f := field(v.X.Type(), v.Field); f != nil {
			return f.Name()
		}
	case *ssa.Global:
		return v.String()
	}
	return ""
}

// outlives reports whether a map belongs to something that is there for longer
// than a call: a package-level variable, the receiver, or an object that is
// locked or acted with. A map in a message is a part of the message.
func (a *Analysis) outlives(m ssa.Value) bool {
	for range maxTree {
		switch x := m.(type) {
		case *ssa.UnOp:
			m = x.X
		case *ssa.FieldAddr:
			if isHandle(x.X.Type()) {
				return true
			}
			m = x.X
		case *ssa.Field:
			m = x.X
		case *ssa.FreeVar:
			bs := a.bindings[x]
			if len(bs) != 1 {
				return false
			}
			m = bs[0]
		case *ssa.Alloc:
			y := onlyStore(x)
			if y == nil {
				return false
			}
			m = y
		case *ssa.Global:
			return true
		case *ssa.Parameter:
			return x.Parent().Signature.Recv() != nil && paramIndex(x) == Recv
		default:
			return false
		}
	}
	return false
}

// owner returns the parameter that the store is a field of, when the object
// made the store for itself: a cache inside one tenant's object is that
// tenant's.
func (a *Analysis) owner(s *Site) *ssa.Parameter {
	if s.Remote || s.Handle == nil {
		return nil
	}
	v := s.Handle
	for range maxTree {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.FieldAddr:
			if f := field(x.X.Type(), x.Field); f != nil {
				if u := a.fields[f]; u != nil && u.given {
					return nil // it was handed in: others may have it too
				}
			}
			v = x.X
		case *ssa.Field:
			v = x.X
		case *ssa.FreeVar:
			bs := a.bindings[x]
			if len(bs) != 1 {
				return nil
			}
			v = bs[0]
		case *ssa.Alloc:
			y := onlyStore(x)
			if y == nil {
				return nil
			}
			v = y
		case *ssa.Parameter:
			return x
		default:
			return nil
		}
	}
	return nil
}

// Variadic returns the arguments that a variadic parameter gets, nil when they
// come as a slice.
func Variadic(v ssa.Value) []ssa.Value {
	sl, ok := v.(*ssa.Slice)
	if !ok {
		return nil
	}
	al, ok := sl.X.(*ssa.Alloc)
	if !ok || al.Comment != "varargs" {
		return nil
	}
	var out []ssa.Value
	for _, r := range *al.Referrers() {
		ia, ok := r.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, rr := range *ia.Referrers() {
			if st, ok := rr.(*ssa.Store); ok && st.Addr == ia {
				out = append(out, st.Val)
			}
		}
	}
	return out
}

// ContextReads returns what the package takes out of contexts.
func (a *Analysis) ContextReads() []*Dep {
	w := a.newWalk()
	for _, fn := range a.funcs {
		a.each(fn, func(in ssa.Instruction) {
			if call, ok := in.(*ssa.Call); ok && call.Call.Signature().Results().Len() > 0 {
				if w.contextValue(call, "", from{pos: call.Pos()}) {
					return
				}
				if len(callArgs(call.Common())) == 1 && isContext(callArgs(call.Common())[0].Type()) && a.body(call.Common().StaticCallee()) == nil {
					w.accessor(call, callArgs(call.Common()), "", from{pos: call.Pos()})
				}
			}
		})
	}
	var out []*Dep
	for _, d := range w.deps.List {
		if d.Kind == Context {
			out = append(out, d)
		}
	}
	return out
}
