package valuedep

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Frontier is what a key is made of: what the key has, decides everything
// that is worked out from it.
type Frontier struct {
	a    *Analysis
	Deps []*Dep
	vals map[ssa.Value]bool
	// fresh says that no other value has the key.
	fresh bool
}

// note remembers that all of v is in the key.
func (f *Frontier) note(v ssa.Value) {
	switch v.(type) {
	case *ssa.Const, *ssa.Global, *ssa.Function, *ssa.Builtin:
		return
	}
	if f.vals == nil {
		f.vals = map[ssa.Value]bool{}
	}
	f.vals[v] = true
}

// has reports whether the very value v is in the key.
func (f *Frontier) has(v ssa.Value, path string) bool {
	if !f.vals[v] {
		return false
	}
	// A variable that a key was made in may be used for something else later.
	_, isAlloc := v.(*ssa.Alloc)
	return !isAlloc || path == ""
}

// covers reports whether what the key has decides the input d, whose root has
// type t.
func (f *Frontier) covers(d *Dep, t types.Type) bool {
	if d.Called || d.Kind == Carried {
		return false
	}
	parts := 0
	for _, k := range f.Deps {
		if k.Root != d.Root || k.Called {
			continue
		}
		if d.Kind == Element {
			return true
		}
		if decides(k.Path, d.Path, t) || urlHas(k.Path, d.Path) {
			return true
		}
		if isPrefix(d.Path, k.Path) {
			parts++
		}
	}
	return parts > 1 && f.coversFields(d, t)
}

// fromPath and fromQuery are the names of methods of requests that read the
// path and the query of the URL.
var (
	fromPath  = []string{"PathValue", "Param"}
	fromQuery = []string{"Query", "DefaultQuery", "GetQuery", "QueryParam", "FormValue"}
)

// urlHas reports whether the part k of a request has what the part d is read
// from: r.URL.Path has r.PathValue("id"), r.RequestURI has c.Query("page").
func urlHas(k, d string) bool {
	ks, ds := steps(k), steps(d)
	if len(ks) == 0 || len(ds) == 0 {
		return false
	}
	read, _, isCall := strings.Cut(ds[len(ds)-1], "(")
	if !isCall {
		return false
	}
	switch ks[len(ks)-1] {
	case "Path":
		return slices.Contains(ks, "URL") && slices.Contains(fromPath, read)
	case "URL", "RequestURI":
		return slices.Contains(fromPath, read) || slices.Contains(fromQuery, read)
	}
	return false
}

// coversFields reports whether the key has each field of a struct that can tell
// values apart.
func (f *Frontier) coversFields(d *Dep, t types.Type) bool {
	at := locate(t, d.Path).typ
	if at == nil {
		return false
	}
	s, ok := deref(at).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for fl := range s.Fields() {
		e := *d
		e.Path = below(d.Path, fl.Name())
		e.Type, e.Expr = fl.Type(), fl.Name()
		if f.a.isNoise(&e) {
			continue
		}
		if !f.covers(&e, t) {
			return false
		}
	}
	return true
}

// coversResult is covers for the result of a call, which is never an input
// itself.
func (f *Frontier) coversResult(d *Dep, t types.Type, byID *bool) bool {
	for _, k := range f.Deps {
		if k.Root != d.Root {
			continue
		}
		if isPrefix(k.Path, d.Path) {
			return true
		}
		if decides(k.Path, d.Path, t) {
			*byID = true
			return true
		}
	}
	return false
}

// isPrefix reports whether path p is q or leads to it.
func isPrefix(p, q string) bool {
	if p == "" || p == q || strings.HasPrefix(q, p+Sep) {
		return true
	}
	if !strings.Contains(p, "[]") {
		return false
	}
	ps, qs := steps(p), steps(q)
	if len(ps) > len(qs) {
		return false
	}
	for i, s := range ps {
		if s != qs[i] && !(s == "[]" && strings.HasPrefix(qs[i], "[")) { // all elements, and one of them
			return false
		}
	}
	return true
}

// decides reports whether the part k of a value of type t decides the part d:
// it contains it, or it is the id of a thing that contains d.
func decides(k, d string, t types.Type) bool {
	if isPrefix(k, d) {
		return true
	}
	ks := steps(k)
	id := ks[len(ks)-1]
	thing := strings.Join(ks[:len(ks)-1], Sep)
	if !isPrefix(thing, d) {
		return false
	}
	at := t
	if thing != "" {
		at = locate(t, thing).typ
	}
	return identifies(id, at)
}

// identifies reports whether the field named id is the identity of a t: the id
// of a thing, not one of several that a request names.
func identifies(id string, t types.Type) bool {
	if t == nil {
		return false
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return plain(id) == "id" || plain(id) == "uuid"
	}
	n := namedOf(t)
	if n == nil || isRequest(t) || asksFor(n) || onlyIDs(n) {
		return false
	}
	p := plain(id)
	switch p {
	case "id", "uuid", "uid", "guid", "pk", "objectid", "uniqueid", "arn", "urn", "fingerprint":
		return true
	}
	tn := plain(n.Obj().Name())
	for _, s := range []string{"id", "uuid", "uid", "key", "hash"} {
		if p == tn+s {
			return true
		}
	}
	return false
}

// thingOf returns the type of what the part path of a value of type t is the id
// of, nil when it is no id.
func thingOf(t types.Type, path string) types.Type {
	s := steps(path)
	if t == nil || len(s) == 0 {
		return nil
	}
	if owner := locate(t, path).owner; owner != nil && identifies(s[len(s)-1], owner) {
		return owner
	}
	return nil
}

// asking end the names of types that say what is asked for, not what there is:
// an id among their fields does not decide the others.
var asking = []string{"Request", "Req", "Params", "Param", "Parameters", "Args", "Query", "Filter", "Filters", "Options", "Opts", "Input", "Command", "Cmd",
	"Criteria", "Selector", "Spec", "Key", "Ref", "Scope", "Claims", "Auth", "Principal", "Context", "Payload", "Lookup", "Search", "Path", "Identity", "Caller",
	"Form", "DTO", "In", "Body", "Arg", "Locator", "Identifier", "Coordinates"}

// askingVerbs begin the names of such types: GetInvoice, listMembers.
var askingVerbs = []string{"Get", "Find", "Fetch", "List", "Lookup"}

func asksFor(n *types.Named) bool {
	name := n.Obj().Name()
	if hasPrefix(name, askingVerbs) {
		return true
	}
	for _, s := range asking {
		if strings.HasSuffix(name, s) || strings.EqualFold(name, s) {
			return true
		}
	}
	return false
}

// onlyIDs reports whether a struct is nothing but two or more ids: a reference
// in which each counts.
func onlyIDs(n *types.Named) bool {
	s, ok := n.Underlying().(*types.Struct)
	if !ok || s.NumFields() < 2 {
		return false
	}
	for f := range s.Fields() {
		p := plain(f.Name())
		if !strings.HasSuffix(p, "id") && !strings.HasSuffix(p, "uuid") && !strings.HasSuffix(p, "key") {
			return false
		}
	}
	return true
}

// idName reports whether v is named as the id of a t.
func idName(v ssa.Value, t types.Type) bool {
	name := ""
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		name = v.Name()
	case *ssa.UnOp:
		return idName(v.X, t)
	case *ssa.MakeInterface:
		return idName(v.X, t)
	case *ssa.FieldAddr:
		name = fieldName(v.X, v.Field)
	case *ssa.Alloc:
		name = v.Comment
	}
	switch p := plain(name); p {
	case "id", "uuid", "key":
		return true
	default:
		n := namedOf(t)
		return n != nil && (p == plain(n.Obj().Name())+"id" || p == plain(n.Obj().Name())+"uuid")
	}
}

// decidesElement reports whether what the key has of a loop's element decides
// all of it: the element itself, or its id.
func (f *Frontier) decidesElement(r Root, t types.Type, path string) bool {
	if t == nil {
		return false
	}
	for _, k := range f.Deps {
		if k.Root == r && decides(k.Path, path, t) {
			return true
		}
	}
	return false
}
