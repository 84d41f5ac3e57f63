package keyuse

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/ident"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// Caches, locks and limiters that a program makes of a map are stores of its
// own: their methods take keys.
//
//	type ttlCache struct { items map[string]entry }
//	func (c *ttlCache) Get(key string) any { return c.items[key] }

// ownStores finds the methods that use a parameter as the key of a map in
// their receiver, when the receiver's type is named like a store.
func (f *finder) ownStores() {
	filename := func(file *ast.File) string { return f.pass.Fset.Position(file.FileStart).Filename }
	if testSupport(f.pass.Pkg.Path(), f.pass.Files, filename) {
		return
	}
	for _, fn := range f.fns {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || fn.Signature.Recv() == nil || !namedLikeStore(fn.Signature.Recv().Type()) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if key, op, ok := mapAccess(instr); ok {
					f.ownStore(obj.Origin(), key, op)
				}
			}
		}
	}
}

func (f *finder) ownStore(fn *types.Func, key ssa.Value, op stores.Op) {
	if !keyType(key.Type()) {
		return
	}
	k := f.one(key)
	h, ok := k.value.Hole()
	if !ok || !isParamOf(h, fn.FullName()) || !allElements(h.Origin.Path) {
		return
	}
	t := Taking{Store: "map", Op: op, Param: h.Origin.Index, Path: h.Origin.Path, Key: template.HoleSet(h)}
	f.wraps(fn, t)
}

// keyType reports whether values of type t can be keys that name something: a
// map from pointers or interface values remembers what was worked out for an
// object of the process.
func keyType(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Chan, *types.Signature:
		return false
	case *types.Interface:
		_, isParam := types.Unalias(t).(*types.TypeParam)
		return isParam || u.NumMethods() == 0
	case *types.Slice:
		return keyType(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			if !keyType(f.Type()) {
				return false
			}
		}
	}
	return true
}

// mapAccess returns the key of a look-up, update or deletion in a map or
// sync.Map that is a field of a receiver.
func mapAccess(instr ssa.Instruction) (ssa.Value, stores.Op, bool) {
	switch i := instr.(type) {
	case *ssa.Lookup:
		return i.Index, stores.Get, fieldMap(i.X)
	case *ssa.MapUpdate:
		return i.Key, stores.Set, fieldMap(i.Map)
	case ssa.CallInstruction:
		c := i.Common()
		if b, ok := c.Value.(*ssa.Builtin); ok && b.Name() == "delete" {
			return c.Args[1], stores.Delete, fieldMap(c.Args[0])
		}
		callee := c.StaticCallee()
		if callee == nil || callee.Signature.Recv() == nil || len(c.Args) < 2 {
			return nil, "", false
		}
		op, ok := syncMapOps[callee.Name()]
		if !ok || !isMapType(callee.Signature.Recv().Type()) {
			return nil, "", false
		}
		_, isField := c.Args[0].(*ssa.FieldAddr)
		return c.Args[1], op, isField
	}
	return nil, "", false
}

// isMapType reports whether t is sync.Map, or a type that is named Map because
// it wraps one with types.
func isMapType(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && (n.Obj().Name() == "Map" || n.Obj().Name() == "ConcurrentMap")
}

// https://pkg.go.dev/sync#Map
var syncMapOps = map[string]stores.Op{
	"Load": stores.Get, "Store": stores.Set, "LoadOrStore": stores.Get, "LoadAndDelete": stores.Delete,
	"Delete": stores.Delete, "Swap": stores.Set, "CompareAndSwap": stores.Set, "CompareAndDelete": stores.Delete,
}

// fieldMap reports whether a map is loaded from a field of the receiver.
func fieldMap(m ssa.Value) bool {
	if _, ok := m.Type().Underlying().(*types.Map); !ok {
		return false
	}
	u, ok := m.(*ssa.UnOp)
	if !ok {
		return false
	}
	fa, ok := u.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	for range 3 { // fields of embedded structs
		inner, ok := fa.X.(*ssa.FieldAddr)
		if !ok {
			break
		}
		fa = inner
	}
	p, ok := fa.X.(*ssa.Parameter)
	return ok && p.Parent().Signature.Recv() != nil && p.Parent().Params[0] == p
}

// namedLikeStore reports whether a type's name says that it keeps values or
// locks by key: a blockWriter is no lock, a memoryBackend no memo. What is called
// in-memory is in the memory of one process for all.
func namedLikeStore(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	ws := ident.Words(n.Obj().Name())
	return slices.ContainsFunc(ws, isStoreWord) || slices.ContainsFunc(storePairs, func(pair string) bool { return strings.Contains(strings.Join(ws, " "), pair) })
}

// isStoreWord reads a word of a name, which need not be cut: rwlock, ttlcache.
func isStoreWord(w string) bool {
	lock := strings.TrimSuffix(strings.TrimSuffix(w, "s"), "er")
	return w == "memo" || w == "memoizer" || strings.HasPrefix(w, "ttl") ||
		strings.HasSuffix(lock, "lock") && !strings.HasSuffix(lock, "block") && !strings.HasSuffix(lock, "clock") ||
		slices.ContainsFunc(storeWords, func(part string) bool { return strings.Contains(w, part) })
}

var (
	storeWords = []string{"cache", "lru", "mutex", "limiter", "throttle", "dedup", "singleflight", "inflight", "inmemory"}
	storePairs = []string{"single flight", "in flight", "flight group", "in memory"}
)
