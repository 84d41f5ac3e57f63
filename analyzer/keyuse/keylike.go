package keyuse

import (
	"go/types"
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// handsOn reports whether a parameter that is the whole key is the callers'
// matter: its name says key, or says nothing. A name that says what the value
// is (userID, hostname) says that the key is put together here, of that alone.
// A type that is called a key says as much as a name.
func handsOn(h *template.Hole) bool {
	return h.IsFormat() || isCalled(h) || nameKeyness(leaf(h)) > 0 || allElements(h.Origin.Path) && (generic[leaf(h)] || nameKeyness(declaredName(h.Type)) == 3)
}

// declaredName is the name of a type without its package: key of *store.Key.
func declaredName(t string) string {
	return normalName(strings.TrimLeft(t[strings.LastIndexByte(t, '.')+1:], "*"))
}

// isCalled reports whether a hole is what a function makes that is a parameter.
func isCalled(h *template.Hole) bool {
	n := len(h.Origin.Path)
	return n > 0 && h.Origin.Path[n-1] == template.Called
}

// isGeneric reports whether a parameter's type is, or is made of, the type
// parameters of a generic wrapper: what its keys are, only callers know.
func isGeneric(fn *types.Func, index int) bool {
	ps := fn.Signature().Params()
	if index < 0 || index >= ps.Len() {
		return false
	}
	t := ps.At(index).Type()
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	if m, ok := t.Underlying().(*types.Map); ok {
		t = m.Key()
	}
	_, ok := t.(*types.TypeParam)
	return ok
}

// keepsBy reports whether fn is a method of a cache whose key is the parameter
// called param: callers get and set values by it. What only gets and deletes
// looks things up by itself, and its key is made there; so is one whose name
// identifies a thing.
//
//	func (c *blocks) Get(path string) *Block
//	func (c *blocks) Set(path string, b *Block)
func keepsBy(fn *types.Func, param string) bool {
	n, ok := receiver(fn)
	if !ok || verbOf(fn.Name()) == stores.Other || strings.HasSuffix(param, "id") || strings.HasSuffix(param, "ids") {
		return false
	}
	ops := map[stores.Op]bool{}
	for m := range methodsBy(n, param) {
		ops[verbOf(m.Name())] = true
	}
	return ops[stores.Get] && ops[stores.Set]
}

// locksBy reports whether fn is a method of a lock that is taken and given back
// by the parameter called param: what is locked, its callers say.
//
//	func (l *Locker) Acquire(resource string) bool
//	func (l *Locker) Release(resource string)
func locksBy(fn *types.Func, param string) bool {
	n, ok := receiver(fn)
	if !ok || verbOf(fn.Name()) != stores.Lock || strings.HasSuffix(param, "id") {
		return false
	}
	taken, given := false, false
	for m := range methodsBy(n, param) {
		isBack := m.Name() == "Unlock" || m.Name() == "Release"
		given = given || isBack
		taken = taken || !isBack && verbOf(m.Name()) == stores.Lock
	}
	return taken && given
}

// receiver returns the named type that fn is a method of.
func receiver(fn *types.Func) (*types.Named, bool) {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil, false
	}
	t := recv.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return n, ok
}

// methodsBy goes through the methods of a type that have a parameter of a name.
func methodsBy(n *types.Named, param string) iter.Seq[*types.Func] {
	return func(yield func(*types.Func) bool) {
		for m := range n.Origin().Methods() {
			for p := range m.Signature().Params().Variables() {
				if normalName(p.Name()) == param && !yield(m) {
					return
				}
			}
		}
	}
}

// verbOf is the operation of a method that is called by a verb alone: Get, not
// GetUser.
func verbOf(name string) stores.Op {
	for _, v := range verbs {
		if name == v.verb {
			return v.op
		}
	}
	return stores.Other
}

// namedLikeKey reports whether a parameter, or the field of one, is named like
// a key or a part that callers choose.
func namedLikeKey(h *template.Hole) bool { return keyness(h) > 0 }

// keyness ranks how much a name says key: 3 a key, 2 a part of a key, 0 none.
func keyness(h *template.Hole) int {
	if h.IsFormat() || isCalled(h) {
		return 3
	}
	n := leaf(h)
	if len(h.Origin.Path) > 0 && h.Origin.Path[len(h.Origin.Path)-1] == template.MapKey && (n == "k" || n == "key") {
		return 0 // of a map: behind a text of one's own it is what the map is of
	}
	if !allElements(h.Origin.Path) && (partNames[n] && !affixes[n] || thingKeys[n]) {
		return 0 // ns.Name is the name of a thing, not of a key
	}
	return nameKeyness(n)
}

// namesThing reports whether a part that is called a key is the name of a thing,
// as the text around it says. It is put into a key here.
//
//	"issue:key:" + issueKey
func namesThing(t template.Template, h *template.Hole) bool {
	thing, ok := strings.CutSuffix(leaf(h), "key")
	if !ok || len(thing) < 3 || storageWords[thing] {
		return false
	}
	return slices.ContainsFunc(t, func(p template.Part) bool { return p.Hole == nil && strings.Contains(normalName(p.Lit), thing) })
}

// storageWords say of a key that it is one of a store.
var storageWords = map[string]bool{
	"cache": true, "redis": true, "store": true, "lock": true, "mutex": true, "queue": true, "stream": true, "limit": true, "ratelimit": true,
}

var affixes = map[string]bool{"prefix": true, "suffix": true, "parts": true}

func nameKeyness(n string) int {
	switch {
	case n == "key" || n == "keys" || n == "k" || n == "cachekey" || n == "cachekeys":
		return 3
	case notKeys[n]:
		return 0
	case strings.HasSuffix(n, "key") || strings.HasSuffix(n, "keys") || keyParts[n]:
		return 3
	case partNames[n] || slices.ContainsFunc(partEndings, func(e string) bool { return strings.HasSuffix(n, e) }):
		return 2
	}
	return 0
}

// partNames are names of parameters that are a part of a key, or a key of
// another kind: channel, lock name, pattern.
var partNames = map[string]bool{
	"prefix": true, "prefixes": true, "suffix": true, "name": true, "names": true, "lockname": true, "channel": true, "channels": true,
	"pattern": true, "match": true, "parts": true, "ns": true, "topic": true, "queue": true, "stream": true, "streams": true, "streamid": true,
	"channelname": true, "topicname": true, "queuename": true, "streamname": true,
}

// partEndings are what such a name ends in: keyPrefix, redisChannel.
var partEndings = []string{"prefix", "suffix", "channel", "topic", "queue"}

// NamedKey reports whether a parameter's name says that it is a key, or a part
// that callers put together: key, cacheKeys, prefix, format.
func NamedKey(name string) bool {
	n := normalName(name)
	return nameKeyness(n) == 3 || n == "parts" || n == "format" || strings.HasSuffix(n, "prefix") || strings.HasSuffix(n, "suffix")
}

// keyParts are names of the pieces of a key.
var keyParts = map[string]bool{"keyparts": true, "keyargs": true, "keyname": true, "keyfmt": true, "keysuffix": true, "keyprefix": true}

// generic are names that say nothing.
var generic = map[string]bool{
	"id": true, "s": true, "str": true, "v": true, "i": true, "p": true, "x": true, "arg": true, "args": true,
	"item": true, "ids": true, "hash": true, "token": true, "field": true, "member": true, "identifier": true,
	"values": true, "entries": true, "pairs": true, "m": true,
}

// notKeys are names that end in key and mean a secret or a foreign key.
var notKeys = map[string]bool{
	"apikey": true, "publickey": true, "privatekey": true, "secretkey": true, "accesskey": true, "appkey": true, "rawkey": true,
	"signingkey": true, "sshkey": true, "tenantkey": true, "primarykey": true,
}

// thingKeys are names of fields that end in key and name what a request is
// about: req.IdempotencyKey is picked out of the request where it is used, and
// the request is no key.
var thingKeys = map[string]bool{
	"idempotencykey": true, "deduplicationkey": true, "dedupkey": true, "dedupekey": true,
	"routingkey": true, "partitionkey": true, "foreignkey": true,
}

// leaf is the last name of a parameter's path in lower case without _.
func leaf(h *template.Hole) string {
	n := h.Expr
	for i := len(h.Origin.Path) - 1; i >= 0; i-- {
		if !isElement(h.Origin.Path[i]) {
			n = h.Origin.Path[i]
			break
		}
	}
	if len(h.Origin.Path) == 0 || allElements(h.Origin.Path) {
		// The parameter's own name: what it was called on the way does not count.
		n, _, _ = strings.Cut(h.Expr, "[")
		for _, e := range h.Evidence {
			if e.Kind == template.ByName {
				n = e.Text
				break
			}
		}
	}
	return normalName(n)
}

// normalName is a name in lower case without _.
func normalName(n string) string { return strings.ToLower(strings.ReplaceAll(n, "_", "")) }

func allElements(path []string) bool {
	for _, p := range path {
		if !isElement(p) {
			return false
		}
	}
	return true
}

func isElement(step string) bool {
	_, ok := template.IsElement(step)
	return ok
}

// instanceKey returns the parameter that is the key within an object that
// brings the name of what it keeps: there is no text but separators, and the
// parameter's own name says nothing.
//
//	func (c *Typed[T]) Get(id string) { c.rdb.Get(c.kind + ":" + id) }
func instanceKey(key template.Set, owner string) *template.Hole {
	var param *template.Hole
	for _, t := range key {
		named, here := false, false
		for _, p := range t {
			h := p.Hole
			switch {
			case h == nil && strings.ContainsFunc(p.Lit, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
				return nil
			case h == nil:
			case h.Origin.Kind == template.Param && h.Origin.Index == template.Recv && instanceNames[leaf(h)]:
				named = true
			case isParamOf(h, owner) && allElements(h.Origin.Path) && generic[leaf(h)] && !here && (param == nil || param.Origin.Index == h.Origin.Index):
				param, here = h, true
			default:
				return nil
			}
		}
		if !named || !here {
			return nil
		}
	}
	return param
}

// instanceNames are names of fields by which an object says what it keeps.
var instanceNames = map[string]bool{
	"prefix": true, "keyprefix": true, "cacheprefix": true, "namespace": true, "ns": true, "kind": true, "name": true, "cachename": true,
	"entity": true, "typ": true, "typename": true, "resource": true, "table": true, "collection": true, "bucket": true, "base": true,
}
