package valuedep

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// enter reports whether one more call may be looked into; leave ends it.
func (a *Analysis) enter() bool {
	a.depth++
	if a.depth > maxDepth {
		a.depth--
		return false
	}
	return true
}

func (a *Analysis) leave() { a.depth-- }

// call adds what the path of result i of a call depends on.
func (w *walk) call(call *ssa.Call, i int, path string, c from) {
	com := call.Common()
	if b, ok := com.Value.(*ssa.Builtin); ok {
		w.builtin(call, b, path, c)
		return
	}
	t := resultType(com, i)
	if t != nil && isError(t) && !w.errs {
		return
	}
	c.use = call
	if w.contextValue(call, path, c) || w.stored(call, i, path, c) {
		return
	}
	w.deps.fresh = w.deps.fresh || makesID(com)
	n := len(w.deps.List)
	if !w.targets(call, i, path, c) {
		w.opaque(call, i, path, c)
	}
	if w.front != nil && path != "" && c.via&Call != 0 {
		w.row(call, i, path, w.deps.List[n:])
	}
}

func resultType(com *ssa.CallCommon, i int) types.Type {
	r := com.Signature().Results()
	if i < r.Len() {
		return r.At(i).Type()
	}
	return nil
}

func (w *walk) builtin(call *ssa.Call, b *ssa.Builtin, path string, c from) {
	switch b.Name() {
	case "append":
		for _, arg := range call.Call.Args {
			w.value(arg, path, c)
		}
	case "len", "cap":
		if w.own == nil {
			w.value(call.Call.Args[0], "", c)
		}
	default:
		for _, arg := range call.Call.Args {
			w.value(arg, "", c)
		}
	}
}

// stored reports whether what the key has decides the result of the call: the
// same call stands in the key, or a row's own id does.
func (w *walk) stored(call *ssa.Call, i int, path string, c from) bool {
	if w.front == nil || len(w.front.Deps) == 0 {
		return false
	}
	byID := false
	d := &Dep{Atom: Atom{w.a.resultRoot(call, i), path}}
	if !w.front.coversResult(d, resultType(call.Common(), i), &byID) {
		w.otherPart(d, call, c)
		return false
	}
	w.computed = true
	if !byID || w.a.body(call.Common().StaticCallee()) != nil {
		return true
	}
	// The row was looked up by its id and by something beside it. A tenant
	// beside the id says that the id alone does not name the row.
	args := callArgs(call.Common())
	t := resultType(call.Common(), i)
	if !slices.ContainsFunc(args, func(v ssa.Value) bool { return t != nil && idName(v, t) }) {
		return true
	}
	n := len(w.deps.List)
	for _, arg := range args {
		w.argument(arg, call, c.by(Call))
	}
	for _, d := range w.deps.List[n:] {
		d.Beside = true
	}
	return true
}

// otherPart adds a part of a result that something is looked up by, when the key
// has another part of it: find(row.TenantID, row.Name) under row.Name. What the
// row was looked up by is told beside it: only a tenant among the parts is told.
func (w *walk) otherPart(d *Dep, call *ssa.Call, c from) {
	if c.via&Call == 0 || !slices.ContainsFunc(w.front.Deps, func(k *Dep) bool {
		return k.Root == d.Root && !isPrefix(d.Path, k.Path)
	}) {
		return
	}
	t := resultType(call.Common(), d.Index)
	d.Via, d.Pos, d.Way, d.Beside = c.via, c.pos, c.way, true
	d.Expr = exprOf(w.a.source(call), d.Path)
	d.Type, d.Evidence = evidence(d.Expr, t, d.Path)
	w.add(d, t)
}

// resultRoot is the root that stands for the result of a call: two calls of
// one function with the same arguments are one.
func (a *Analysis) resultRoot(call *ssa.Call, i int) Root {
	return Root{Kind: result, Index: i, Name: a.text(call)}
}

// targets goes into the functions that a call can mean, and reports whether it
// knows all of them.
func (w *walk) targets(call *ssa.Call, i int, path string, c from) bool {
	com := call.Common()
	if com.IsInvoke() {
		return w.invoke(call, i, path, c)
	}
	fn := com.StaticCallee()
	if fn == nil {
		return w.dynamic(call, i, path, c)
	}
	if isAccessor(com) {
		return false
	}
	if b := w.a.body(fn); b != nil && w.a.enter() {
		defer w.a.leave()
		deps, ok := w.a.resultsOf(b, i, path, w.errs)
		if ok {
			w.computed = w.computed || deps.computed
			w.also(deps)
			w.substitute(deps.List, b, call, c.through(call.Pos(), "through "+b.Name()))
			return true
		}
		return false
	}
	if k := w.a.Known(calleeObject(com)); k != nil && i < len(k.Results) && k.Results[i] != nil {
		w.computed = w.computed || k.Results[i].computed
		w.known(k.Results[i].part(path, resultType(com, i)), call, c)
		return true
	}
	return false
}

// invoke goes into the implementations of an interface method. The package may
// not hold all of them, so that the arguments count as well.
func (w *walk) invoke(call *ssa.Call, i int, path string, c from) bool {
	com := call.Common()
	if p := given(com.Value); p != nil && w.own == nil && len(com.Args) > 0 && hasPrefix(com.Method.Name(), objectLoads) {
		w.called(funcValue{param: p}, c) // an object that is handed over as a loader
	}
	for _, fn := range w.a.implementations(com.Method) {
		if !w.a.enter() {
			return false
		}
		deps, ok := w.a.resultsOf(fn, i, path, w.errs)
		w.a.leave()
		if ok {
			w.also(deps)
			w.substitute(onlyContext(deps.List), fn, call, c.through(call.Pos(), "through "+fn.Name()))
		}
	}
	if k := w.a.Known(com.Method); k != nil && i < len(k.Results) && k.Results[i] != nil {
		w.computed = w.computed || k.Results[i].computed
		w.known(k.Results[i].part(path, resultType(com, i)), call, c)
		return true
	}
	return false
}

func onlyContext(ds []*Dep) []*Dep {
	var out []*Dep
	for _, d := range ds {
		if d.Kind == Context {
			out = append(out, d)
		}
	}
	return out
}

// dynamic goes into the function values that a call can mean.
func (w *walk) dynamic(call *ssa.Call, i int, path string, c from) bool {
	fvs, all := w.a.functions(call.Common().Value)
	for _, fv := range fvs {
		if fv.param != nil {
			w.called(fv, c)
			for _, arg := range call.Call.Args {
				w.argument(arg, call, c.by(Call))
			}
			continue
		}
		b := w.a.body(fv.fn)
		if b == nil || !w.a.enter() {
			return false
		}
		deps, ok := w.a.resultsOf(b, i, path, w.errs)
		w.a.leave()
		if !ok {
			return false
		}
		w.computed = w.computed || deps.computed
		w.also(deps)
		w.substituteBound(deps.List, b, fv, call, c)
	}
	return all && len(fvs) > 0
}

// called adds the results of calling the parameter p. What p is called with is
// what the wrapper passes on, which the function given for p sees as its own.
func (w *walk) called(fv funcValue, c from) {
	p := fv.param
	d := &Dep{Atom: Atom{Root{Kind: Param, Fn: p.Parent(), Index: paramIndex(p)}, fv.path}, Called: true, Via: c.via, Pos: c.pos, Way: c.way}
	d.Expr, d.Type = p.Name(), p.Type()
	w.add(d, p.Type())
}

// funcResults adds what the results of a function value depend on, when it is
// handed to something that will call it. A function that a loop wraps again and
// again is handed to itself:
//
//	for _, m := range ms { h = m.wrap(h) }
func (w *walk) funcResults(f Part, c from) {
	if !w.enters(visit{v: f.Value, path: f.Path, via: c.via, use: c.use, called: true}) {
		return
	}
	fvs, _ := w.a.functionsAt(f)
	for _, fv := range fvs {
		if fv.param != nil {
			w.called(fv, c)
			continue
		}
		b := w.a.body(fv.fn)
		if b == nil || !w.enter() {
			continue
		}
		for i := range b.Signature.Results().Len() {
			if deps, ok := w.a.resultsOf(b, i, "", false); ok {
				w.also(deps)
				w.substituteBound(deps.List, b, fv, nil, c)
			}
		}
		w.a.leave()
	}
}

// substitute adds the dependencies of a callee in terms of the caller.
func (w *walk) substitute(deps []*Dep, fn *ssa.Function, call ssa.CallInstruction, c from) {
	args := call.Common().Args
	if call.Common().IsInvoke() {
		args = append([]ssa.Value{call.Common().Value}, args...)
	}
	for _, d := range deps {
		if d.Kind != Param || d.Fn != fn {
			w.passFrom(d, call, c)
			continue
		}
		i := d.Index
		if fn.Signature.Recv() != nil {
			i++
		}
		if i < 0 || i >= len(args) {
			continue
		}
		w.argumentFor(d, args[i], c)
	}
}

// argumentFor follows a callee's dependency on a parameter to the argument.
func (w *walk) argumentFor(d *Dep, arg ssa.Value, c from) {
	c = c.by(d.Via)
	if d.Called {
		w.funcResults(Part{arg, d.Path}, c)
		return
	}
	w.value(arg, d.Path, c)
}

// substituteBound is substitute for a function value: its receiver is bound,
// its parameters are what the caller gives.
func (w *walk) substituteBound(deps []*Dep, fn *ssa.Function, fv funcValue, call ssa.CallInstruction, c from) {
	for _, d := range deps {
		if fv.made != nil && d.Kind == Param && d.Fn == w.a.body(fv.made.Call.StaticCallee()) {
			w.substitute([]*Dep{d}, d.Fn, fv.made, c)
			continue
		}
		if d.Kind != Param || d.Fn != fn {
			w.pass(d, c)
			continue
		}
		switch {
		case d.Index == Recv && fv.recv != nil:
			w.value(fv.recv, d.Path, c.by(d.Via))
		case call != nil && d.Index >= 0 && d.Index < len(call.Common().Args):
			w.argumentFor(d, call.Common().Args[d.Index], c)
		}
	}
}

// calleeObject returns the called function's object, generic functions as they
// were declared; nil for function values.
func calleeObject(com *ssa.CallCommon) *types.Func {
	if com.IsInvoke() {
		return com.Method
	}
	if fn := com.StaticCallee(); fn != nil {
		if o := fn.Origin(); o != nil {
			fn = o
		}
		if obj, ok := fn.Object().(*types.Func); ok {
			return obj.Origin()
		}
	}
	return nil
}

// calleeName returns the name of what is called, for function values that of
// the variable or field.
func calleeName(com *ssa.CallCommon) string {
	if com.IsInvoke() {
		return com.Method.Name()
	}
	if fn := com.StaticCallee(); fn != nil {
		return fn.Name()
	}
	switch v := com.Value.(type) {
	case *ssa.UnOp:
		if fa, ok := v.X.(*ssa.FieldAddr); ok {
			if f := field(fa.X.Type(), fa.Field); f != nil {
				return f.Name()
			}
		}
		return strings.TrimSpace(v.X.Name())
	case *ssa.Field:
		if f := field(v.X.Type(), v.Field); f != nil {
			return f.Name()
		}
	}
	return com.Value.Name()
}

// callArgs returns the arguments of a call, the receiver first.
func callArgs(com *ssa.CallCommon) []ssa.Value {
	if com.IsInvoke() {
		return append([]ssa.Value{com.Value}, com.Args...)
	}
	return com.Args
}
