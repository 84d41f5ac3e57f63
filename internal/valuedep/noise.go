package valuedep

import (
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"
)

// isNoise reports whether an input can't tell two values apart: a handle, a
// clock, a timeout, or something that only follows the request through logs.
func (a *Analysis) isNoise(d *Dep) bool {
	if d.Kind == Carried || d.Called {
		return false
	}
	if d.Type != nil && a.isHandle(d.Type) && !isRequest(d.Type) {
		return true
	}
	return noiseName(lastName(d))
}

// lastName is the name nearest to the value: the last field, else the
// parameter or the accessor.
func lastName(d *Dep) string {
	if s := steps(d.Path); len(s) > 0 {
		for i := len(s) - 1; i >= 0; i-- {
			if s[i] != "[]" {
				return s[i]
			}
		}
	}
	e := d.Expr
	if i := strings.IndexByte(e, '('); i > 0 {
		e = e[:i]
	}
	return e[strings.LastIndexByte(e, '.')+1:]
}

// noiseNames are the names, in lower case without underscores, of values that
// change how a value is fetched, not which value it is.
var noiseNames = set(`ctx err now clock logger log timeout ttl expiry expiration expires expiresin expiresat deadline ttlseconds cachettl
	retries retry maxretries attempts maxattempts backoff interval jitter requestid reqid traceid spanid correlationid
	debug verbose force forcerefresh refresh bypasscache nocache skipcache usecache dryrun metrics tracer span
	async wait cost weight priority loc tx db conn wg mu`)

func noiseName(s string) bool {
	if noiseNames[plain(s)] {
		return true
	}
	p := plain(s)
	for _, suffix := range []string{"timeout", "ttl", "requestid", "traceid", "logger", "deadline", "getreqid"} {
		if strings.HasSuffix(p, suffix) {
			return true
		}
	}
	return false
}

// plain is an identifier in lower case, its underscores and call left out.
func plain(s string) string {
	s, _, _ = strings.Cut(s, "(")
	return strings.ToLower(strings.ReplaceAll(s, "_", ""))
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// isHandle reports whether a value of type t is something to act with, not
// something to tell values apart by: functions, channels, clients, pools.
func isHandle(t types.Type) bool { return handle(t, 0) }

// isHandle is isHandle, worked out once for a type: it is asked of every input,
// and goes through a struct's fields and methods.
func (a *Analysis) isHandle(t types.Type) bool {
	known, ok := a.handles[t]
	if !ok {
		known = isHandle(t)
		a.handles[t] = known
	}
	return known
}

func handle(t types.Type, depth int) bool {
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if _, ok := t.(*types.TypeParam); ok {
		return false
	}
	if n := namedOf(t); n != nil {
		if known, ok := knownType(n); ok {
			return known
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Signature, *types.Chan:
		return true
	case *types.Interface:
		return u.NumMethods() > 0 && !dataInterface(t, u)
	case *types.Basic:
		return u.Kind() == types.UnsafePointer
	case *types.Slice:
		return depth < 3 && handle(u.Elem(), depth+1)
	case *types.Struct:
		return depth < 3 && handleStruct(t, u, depth)
	}
	return false
}

// dataInterface reports whether an interface is a way to read data: getters
// and String only.
func dataInterface(t types.Type, i *types.Interface) bool {
	if n := namedOf(t); n != nil && handleWord(n.Obj().Name()) {
		return false
	}
	for m := range i.Methods() {
		s := m.Signature()
		if s.Params().Len() > 0 || s.Results().Len() != 1 || isError(s.Results().At(0).Type()) {
			return false
		}
	}
	return true
}

// handleStruct reports whether a struct holds handles, or is named like one.
func handleStruct(t types.Type, s *types.Struct, depth int) bool {
	if n := namedOf(t); n != nil && handleWord(n.Obj().Name()) {
		return true
	}
	for f := range s.Fields() {
		ft := types.Unalias(f.Type())
		if n := namedOf(ft); n != nil && n.Obj().Pkg() != nil && strings.HasPrefix(n.Obj().Pkg().Path(), "google.golang.org/protobuf/") {
			continue // the state of a message, not a handle
		}
		if _, isSlice := ft.Underlying().(*types.Slice); isSlice {
			continue // a list of things: the struct may still be data
		}
		if isContext(ft) {
			continue
		}
		if handle(ft, depth+1) {
			if n := namedOf(ft); n != nil {
				if _, known := knownType(n); known && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time" {
					continue
				}
			}
			return true
		}
	}
	return false
}

// handleWords end the names of types that one acts with.
var handleWords = set(`client logger db conn connection pool repo repository service store cache manager clock metrics tracer provider
	factory handler server publisher subscriber producer consumer limiter queue scheduler worker dispatcher loader fetcher resolver
	controller querier gateway dao storage driver engine renderer encoder decoder codec serializer marshaler transport backend mutex
	waitgroup group transaction tx session writer reader`)

func handleWord(name string) bool {
	i := len(name)
	for i > 0 && !unicode.IsUpper(rune(name[i-1])) {
		i--
	}
	if i > 0 {
		i--
	}
	w := strings.ToLower(name[i:])
	if strings.HasSuffix(name, "DB") || strings.HasSuffix(name, "DAO") {
		return true
	}
	// A session, group, store or reader of one's own is often the very data.
	switch w {
	case "session", "group", "store", "reader", "writer", "queue":
		return false
	}
	return handleWords[w]
}

// knownType tells of types by their full names.
func knownType(n *types.Named) (handle, known bool) {
	obj := n.Obj()
	if obj.Pkg() == nil {
		return obj.Name() == "error", obj.Name() == "error"
	}
	switch obj.Pkg().Path() {
	case "context", "sync", "sync/atomic", "log", "log/slog", "database/sql/driver", "os", "io", "bufio", "testing", "reflect", "regexp",
		"text/template", "html/template", "math/rand", "math/rand/v2":
		return true, true
	case "time":
		switch obj.Name() {
		case "Time", "Month", "Weekday":
			return false, true
		}
		return true, true // durations are timeouts; timers, locations
	case "database/sql":
		return !strings.HasPrefix(obj.Name(), "Null"), true
	case "net/http":
		return obj.Name() != "Request" && obj.Name() != "Header" && obj.Name() != "Cookie", true
	case "net/url", "encoding/json", "math/big", "net/netip", "google.golang.org/grpc/metadata":
		return obj.Name() == "Decoder" || obj.Name() == "Encoder", true
	}
	return false, false
}

// isRequest reports whether t is a request, whose values are read by name.
func isRequest(t types.Type) bool {
	n := namedOf(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Pkg().Path() {
	case "net/http":
		return n.Obj().Name() == "Request"
	case "context":
		return false
	}
	switch n.Obj().Name() {
	case "Ctx", "RequestCtx":
		return true
	case "Context": // of a web framework: it hands out parameters by name
		return hasMethod(n, "Param") || hasMethod(n, "Query") || hasMethod(n, "GetHeader")
	}
	return false
}

func hasMethod(n *types.Named, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(n, true, n.Obj().Pkg(), name)
	_, ok := obj.(*types.Func)
	return ok
}

func isContext(t types.Type) bool {
	n := namedOf(t)
	return n != nil && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}

func isTime(t types.Type) bool {
	n := namedOf(t)
	return n != nil && n.Obj().Name() == "Time" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time"
}

func isError(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() == nil && n.Obj().Name() == "error"
}

// namedOf returns the named type of t or *t, nil when there is none.
func namedOf(t types.Type) *types.Named {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, _ := t.(*types.Named)
	return n
}

// isScalar reports whether t is text, a number, a bool, or a named one, an
// array of bytes (an id) or a struct of such.
func isScalar(t types.Type) bool {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return u.Kind() != types.UnsafePointer && u.Kind() != types.UntypedNil
	case *types.Array:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// isZero reports whether v is a constant: it depends on nothing.
func isZero(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return true
	case *ssa.MakeInterface:
		return isZero(v.X)
	case *ssa.UnOp:
		al, ok := v.X.(*ssa.Alloc)
		return ok && !al.Heap && len(*al.Referrers()) == 1
	}
	return false
}
