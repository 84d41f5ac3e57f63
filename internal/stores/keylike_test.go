package stores

import (
	"go/types"
	"slices"
	"strings"
)

// keyNames is how parameters and fields that are keys are named, in lower
// case and without a number at the end.
var keyNames = []string{
	"key", "keys", "k", "name", "names", "source", "src", "destination", "dest", "dst", "store", "storedist", "channel",
	"channels", "pattern", "patterns", "match", "stream", "streams", "id", "commandname", "cmd",
}

// keyLike says why a function looks as if it takes a key, "" if it doesn't: a
// parameter or the field of a struct parameter is named like one and could
// hold one; or the first parameter of a method, contexts left aside, is text,
// or a slice or the rest of the arguments and could hold keys.
func keyLike(fn *types.Func) string {
	params := fn.Signature().Params()
	first := true
	for i := range params.Len() {
		p := params.At(i)
		if isContext(p.Type()) {
			continue
		}
		if holdsKeys(p.Type()) && namedLikeKey(p.Name()) {
			return "parameter " + p.Name()
		}
		if f := keyField(p.Type()); f != "" {
			return "field " + f + " of parameter " + p.Name()
		}
		if first && fn.Signature().Recv() != nil && (isText(p.Type()) || isSliceOfKeys(p.Type())) {
			return "first parameter " + p.Name()
		}
		first = false
	}
	return ""
}

func isContext(t types.Type) bool { return t.String() == "context.Context" }

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isSliceOfKeys(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && holdsKeys(s.Elem())
}

func namedLikeKey(name string) bool {
	name = strings.TrimRight(strings.ToLower(name), "0123456789")
	return slices.Contains(keyNames, name) || strings.HasSuffix(name, "key") || strings.HasSuffix(name, "keys") ||
		strings.Contains(name, "keysand") || strings.Contains(name, "keyv")
}

// holdsKeys reports whether a parameter of type t can be a key or keys.
func holdsKeys(t types.Type) bool {
	if canBeKey(t) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return holdsKeys(u.Elem())
	case *types.Map:
		return canBeKey(u.Key())
	}
	return false
}

// keyField returns the name of the field of a struct, pointer to struct or
// slice of structs that looks like a key.
func keyField(t types.Type) string {
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		t = u.Elem()
	case *types.Slice:
		t = u.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for f := range s.Fields() {
		if f.Exported() && holdsKeys(f.Type()) && namedLikeKey(f.Name()) {
			return f.Name()
		}
	}
	return ""
}
