package valuedep

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// isAccessor reports whether a call only hands out what a context, a request
// or a piece of data holds under a constant name.
func isAccessor(com *ssa.CallCommon) bool {
	args := callArgs(com)
	if len(args) == 0 || com.Signature().Results().Len() == 0 {
		return false
	}
	for _, arg := range args[1:] {
		if !isConstant(arg) {
			return false
		}
	}
	return isRequest(args[0].Type()) && (com.IsInvoke() || com.Signature().Recv() != nil)
}

func isConstant(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const, *ssa.Function:
		return true
	case *ssa.MakeInterface:
		return isConstant(v.X)
	case *ssa.Slice: // variadic arguments
		al, ok := v.X.(*ssa.Alloc)
		if !ok || al.Comment != "varargs" {
			return false
		}
		for _, r := range *al.Referrers() {
			if ia, ok := r.(*ssa.IndexAddr); ok {
				for _, rr := range *ia.Referrers() {
					if st, ok := rr.(*ssa.Store); ok && !isConstant(st.Val) {
						return false
					}
				}
			}
		}
		return true
	case *ssa.UnOp:
		_, ok := v.X.(*ssa.Global)
		return ok
	case *ssa.Convert:
		return isConstant(v.X)
	case *ssa.ChangeType:
		return isConstant(v.X)
	}
	return false
}

// opaque adds what the result of a call depends on that can't be looked into:
// all of its arguments.
func (w *walk) opaque(call *ssa.Call, i int, path string, c from) {
	com := call.Common()
	w.deps.fresh = w.deps.fresh || createsID(com, i, path)
	if t := resultType(com, i); hasNoInput(com) || t != nil && watches(t) {
		return
	}
	args := callArgs(com)
	if returnsContext(com) && observes(com) {
		for _, arg := range args {
			if isContext(arg.Type()) {
				w.value(arg, "", c)
			}
		}
		return
	}
	if w.accessor(call, args, path, c) {
		return
	}
	if w.own != nil {
		w.keyCall(call, i, path, c)
		return
	}
	via := Via(0)
	if !isTransparent(com) && w.a.body(com.StaticCallee()) == nil { // else it calls itself
		via = Call
		if isWriter(calleeName(com)) {
			via = Write
		}
	}
	w.carried(call, args, c.by(Call))
	if via == Call {
		w.computed = true
	}
	ac := c.by(via)
	for _, arg := range args {
		w.argument(arg, call, ac)
	}
	if com.StaticCallee() == nil && !com.IsInvoke() {
		w.value(com.Value, "", ac) // the function value itself is a handle; what it captures counts
	}
}

// accessor handles calls that hand out a part of their one argument, and
// reports whether call is one.
func (w *walk) accessor(call *ssa.Call, args []ssa.Value, path string, c from) bool {
	com := call.Common()
	if len(args) == 0 {
		return false
	}
	contexts, requests, others := 0, 0, 0
	for _, arg := range args {
		switch {
		case isContext(arg.Type()):
			contexts++
		case isRequest(arg.Type()):
			requests++
		case isConstant(arg):
		case isFunc(arg.Type()):
			return false // what it hands out is the function's to tell: retry(ctx, load)
		case w.a.isHandle(arg.Type()):
		default:
			others++
		}
	}
	if others == 0 && contexts > 0 && !returnsContext(com) && !com.IsInvoke() && com.Signature().Recv() == nil && com.StaticCallee() != nil {
		w.contextLeaf(w.a.calleeText(com), w.a.source(call), "", resultType(com, 0), path, c)
		return true
	}
	method := com.IsInvoke() || com.Signature().Recv() != nil
	if method && allConstant(args[1:]) && (requests == 1 || others == 1 && !w.a.isHandle(args[0].Type())) && com.Signature().Results().Len() > 0 {
		if contexts > 0 {
			return false
		}
		w.value(args[0], join(w.step(com, args[1:]), path), c)
		return true
	}
	fromRequest := requests == 1 && contexts == 0 && (!method && com.StaticCallee() != nil || !returnsHandle(com))
	if others == 0 && (fromRequest || contexts == 1 && requests == 0 && tellsCaller(com)) {
		w.contextLeaf(w.a.text(call), w.a.source(call), "", resultType(com, 0), path, c)
		return true
	}
	return false
}

// returnsHandle reports whether a call returns nothing that could tell values
// apart: a response that is still to be read, a client, an error.
func returnsHandle(com *ssa.CallCommon) bool {
	t := resultType(com, 0)
	return t == nil || isHandle(t)
}

// callers end the names of types, and of functions, that say who is asking.
var callers = []string{"claims", "session", "principal", "identity", "actor", "caller", "viewer", "user", "account", "subject", "login", "tenant", "auth", "authinfo", "userinfo"}

// tellsCaller reports whether a call that is given nothing but a context finds
// out who is asking: s.auth.Session(ctx).
func tellsCaller(com *ssa.CallCommon) bool {
	if returnsHandle(com) {
		return false
	}
	names := []string{calleeName(com)}
	if n := namedOf(resultType(com, 0)); n != nil {
		names = append(names, n.Obj().Name())
	}
	for _, n := range names {
		p := plain(n)
		if slices.ContainsFunc(callers, func(w string) bool { return strings.HasSuffix(p, w) || strings.HasSuffix(p, w+"fromcontext") }) {
			return true
		}
	}
	return false
}

// step is the step of a path that a method with constant arguments makes.
func (w *walk) step(com *ssa.CallCommon, args []ssa.Value) string {
	name := calleeName(com)
	if isTime(callArgs(com)[0].Type()) {
		return "" // a time that is rounded is meant to stand for all times in between
	}
	if len(args) == 0 {
		if rendersWhole(name) {
			return "" // all of it
		}
		return getterStep(name)
	}
	var parts []string
	for _, arg := range args {
		parts = append(parts, constText(arg))
	}
	return name + "(" + strings.Join(parts, ", ") + ")"
}

// rendersWhole reports whether a method's result stands for all of its receiver.
func rendersWhole(name string) bool {
	switch strings.TrimPrefix(name, "Get") {
	case "String", "Key", "CacheKey", "Hash", "Digest", "Hex", "Bytes", "Text", "MarshalText", "MarshalBinary", "MarshalJSON", "Fingerprint", "Sum", "Encode", "EscapedPath", "Canonical":
		return true
	}
	return false
}

func constText(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil {
			return v.Value.ExactString()
		}
		return "nil"
	case *ssa.MakeInterface:
		return constText(v.X)
	case *ssa.Convert:
		return constText(v.X)
	case *ssa.UnOp:
		return v.X.Name()
	}
	return v.Name()
}

func allConstant(vs []ssa.Value) bool {
	for _, v := range vs {
		if !isConstant(v) {
			return false
		}
	}
	return true
}

func returnsContext(com *ssa.CallCommon) bool {
	r := com.Signature().Results()
	return r.Len() > 0 && isContext(r.At(0).Type())
}

// keyCall notes a call in a key: its result, and what it is put together from
// when it makes text.
func (w *walk) keyCall(call *ssa.Call, i int, path string, c from) {
	com := call.Common()
	t := resultType(com, i)
	d := &Dep{Atom: Atom{w.a.resultRoot(call, i), path}, Pos: c.pos, Type: t}
	d.Expr = exprOf(w.a.source(call), path)
	_, d.Evidence = evidence(d.Expr, t, path)
	madeOf := path == "" && (t == nil || isScalar(t) || isTransparent(com)) || t != nil && isFilled(t)
	d.Apart, d.Thing = !madeOf, thingOf(t, path)
	w.deps.add(d)
	if madeOf {
		for _, arg := range callArgs(com) {
			w.argument(arg, call, c)
		}
	}
}

// argument adds an argument of an opaque call: of a function, its results.
func (w *walk) argument(arg ssa.Value, call ssa.CallInstruction, c from) {
	if isFunc(arg.Type()) {
		w.funcResults(Part{Value: arg}, c)
		return
	}
	if w.own == nil && w.a.isHandle(arg.Type()) && !isContext(arg.Type()) {
		w.session(arg, call, c, 0)
	}
	w.value(arg, "", c.at(call.Pos()))
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// carried notes that a call which can't be looked into gets the context of the
// caller: it may take from it who the caller is.
func (w *walk) carried(call *ssa.Call, args []ssa.Value, c from) {
	com := call.Common()
	if com.StaticCallee() != nil || w.front != nil && len(w.front.Deps) == 0 {
		return
	}
	if com.IsInvoke() && (len(w.a.implementations(com.Method)) > 0 || !ownInterface(w.a, com)) {
		return
	}
	for _, arg := range args {
		if isContext(arg.Type()) && fromParameter(arg, 0) {
			d := &Dep{Atom: Atom{Root: Root{Kind: Carried, Name: calleeName(com)}}, Via: c.via, Pos: c.at(call.Pos()).pos, Way: c.way}
			d.Expr, d.Type = w.a.source(call), resultType(com, 0)
			d.Invoke = com.IsInvoke()
			d.Args = args
			w.add(d, nil)
			return
		}
	}
}

// ownInterface reports whether an invoked method belongs to an interface of the
// package's own module, as far as the import paths tell.
func ownInterface(a *Analysis, com *ssa.CallCommon) bool {
	pkg := com.Method.Pkg()
	if pkg == nil || a.Pkg == nil {
		return false
	}
	return firstElems(pkg.Path()) == firstElems(a.Pkg.Pkg.Path())
}

func firstElems(path string) string {
	parts := strings.SplitN(path, "/", 4)
	if !strings.Contains(parts[0], ".") || len(parts) < 3 {
		return parts[0]
	}
	return strings.Join(parts[:3], "/")
}

// fromParameter reports whether a context was handed in.
func fromParameter(v ssa.Value, depth int) bool {
	if depth > maxTree {
		return true
	}
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		return true
	case *ssa.Extract:
		return fromParameter(v.Tuple, depth+1)
	case *ssa.Phi:
		for _, e := range v.Edges {
			if fromParameter(e, depth+1) {
				return true
			}
		}
	case *ssa.UnOp:
		return v.Op == token.MUL
	case *ssa.Call:
		for _, arg := range callArgs(v.Common()) {
			if (isContext(arg.Type()) || isRequest(arg.Type())) && fromParameter(arg, depth+1) {
				return true
			}
		}
	}
	return false
}
