package resolve

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// effectKey is a parameter of a function and the path from it.
type effectKey struct {
	param *ssa.Parameter
	path  string
}

// effect evaluates what a place holds after a call that was handed its
// address: what the callee writes there, in terms of what it held before.
func (r *Resolver) effect(p place, w write, before template.Value) template.Value {
	callee, param := r.paramOf(w)
	if param == nil {
		return r.filled(p, w)
	}
	if len(w.path) > len(p.path) {
		return before // a part of the place goes to the call: what it is, is found by that part
	}
	rest := p.path[len(w.path):]
	out, changes := r.paramEffect(callee, param, rest)
	if !changes {
		return before
	}
	owner := ownerOf(callee)
	index := paramIndex(param)
	return r.instantiate(out, owner, func(h *template.Hole) (template.Value, bool) {
		if h.Origin.Index == index && samePath(h.Origin.Path, rest) {
			return before, true
		}
		return template.Value{}, false
	}, func(i int) (template.Value, bool) { return r.argument(w.call, callee, i) })
}

func samePath(names []string, path []step) bool {
	if len(names) < len(path) {
		return false
	}
	for i, s := range path {
		if s.field == nil || names[i] != s.field.Name() {
			return false
		}
	}
	return len(names) == len(path)
}

// paramOf returns the callee in this package and its parameter that is handed
// the address.
func (r *Resolver) paramOf(w write) (*ssa.Function, *ssa.Parameter) {
	common := w.call.Common()
	callee := common.StaticCallee()
	if callee == nil {
		return nil, nil
	}
	if callee = origin(callee); r.body(callee) == nil {
		return callee, nil
	}
	for i, a := range common.Args {
		if a == w.arg && i < len(callee.Params) {
			return callee, callee.Params[i]
		}
	}
	return callee, nil
}

// paramEffect returns what a callee leaves at a path from its parameter, over
// its own parameters, and whether it writes there at all.
func (r *Resolver) paramEffect(fn *ssa.Function, param *ssa.Parameter, path []step) (template.Value, bool) {
	p := place{root: param, path: path}
	writes := r.relevant(p)
	at := param.Type()
	for _, s := range path {
		at = stepType(deref(at), s)
	}
	acc := isSink(at)
	if len(writes) == 0 {
		return template.Value{}, false
	}
	if frame, ok := r.underway[fn]; ok {
		r.meet(frame)
		return template.UnknownValue(recursive), true
	}
	if r.calls >= maxCalls {
		return r.unless(tooDeep), true
	}
	return r.effects.evaluate(r, effectKey{param, pathString(path)}, func() template.Value {
		var vals []template.Value
		r.within(fn, func() {
			for _, b := range fn.Blocks {
				if ret, ok := last(b).(*ssa.Return); ok && b != fn.Recover {
					vals = append(vals, r.leftAt(p, ret, acc, writes))
				}
			}
		})
		return r.weigh(template.JoinValues(vals...))
	}), true
}

// leftAt returns what a place holds where its function returns.
func (r *Resolver) leftAt(p place, ret *ssa.Return, acc bool, writes []write) template.Value {
	if acc {
		return r.accumulatedAt(p, ret)
	}
	if remote, site := r.remote(p, writes, ret); !remote && site != nil {
		return r.placeFlow(p, nil).before(ret)
	}
	return r.anyWrite(p, writes, nil)
}

func pathString(path []step) string {
	var b strings.Builder
	for _, s := range path {
		b.WriteByte('.')
		if s.field != nil {
			b.WriteString(s.field.Name())
		} else {
			b.WriteString(elementStep(s.index))
		}
	}
	return b.String()
}

// elementStep is the step of a Path that an index is.
func elementStep(index int) string {
	if index < 0 {
		return template.Element
	}
	return template.ElementAt(index)
}

// filled is what a place holds after a function that can't be looked into was
// handed its address: json.Unmarshal(data, &req).
func (r *Resolver) filled(p place, w write) template.Value {
	fn := calleeFunc(w.call.Common())
	by := "a call"
	if fn != nil {
		by = shortFunc(fn)
	}
	h := &template.Hole{Expr: r.placeExpr(p), Origin: template.Origin{Kind: template.Local, Name: by}}
	if fn == nil {
		h.Origin.Kind = template.Unk
	}
	t := deref(p.root.Type())
	for _, s := range p.path {
		if s.field != nil {
			h = h.Known(fieldEvidence(s.field, t, h.Expr)...)
		}
		t = stepType(t, s)
	}
	h.Type, h.Form = typeName(t), formOf(t)
	h.Origin.Reason = "comes from " + by + " into " + h.Expr
	h.Origin.Pos = r.posn(w.instr.Pos())
	h = h.Known(template.Evidence{Kind: template.ByName, Text: h.Expr}, typeEvidence(t))
	return template.TextValue(template.HoleSet(h))
}

// harmless reports whether a call leaves the memory behind an argument as it
// is: methods of types of other packages keep to their own state, and nothing
// of it is read here; a few functions only read.
func harmless(call ssa.CallInstruction, arg ssa.Value) bool {
	common := call.Common()
	fn := calleeFunc(common)
	if fn == nil {
		_, isBuiltin := common.Value.(*ssa.Builtin)
		return isBuiltin
	}
	if common.IsInvoke() {
		return common.Value == arg && !isSink(arg.Type()) || common.Value != arg && !fills(fn)
	}
	from := call.Parent().Pkg
	if bodyIn(from, common.StaticCallee()) != nil || isSink(arg.Type()) || fills(fn) {
		return false
	}
	if fn.Pkg() == nil || isStandard(fn.Pkg().Path(), from) {
		return true
	}
	// A pointer method of another package may set any field: t.FromMessage(b).
	if recv := fn.Signature().Recv(); recv != nil && common.Args[0] == arg {
		_, isPtr := recv.Type().(*types.Pointer)
		return !isPtr
	}
	// So may a function that is handed the address as it is: conv.Into(b, &t).
	// What is one of any number of arguments, is there to be printed.
	return !slices.Contains(common.Args, arg)
}

// fills reports whether a function is one that fills what a pointer argument
// points to, by the name that Go gives such functions.
func fills(fn *types.Func) bool {
	if fn == nil {
		return true // a function value, as a functional option is: it may
	}
	name := strings.ToLower(fn.Name())
	for _, verb := range fillers {
		if strings.HasPrefix(name, verb) {
			return true
		}
	}
	return false
}

// fillers begin such names: what decodes or looks up into an argument, and
// what changes one, as an option does.
var fillers = strings.Fields(`unmarshal decode scan bind parse read load fill get find first select take copy swap store set unpack extract
	populate convert as shouldbind sscan fscan query apply configure option modify mutate override patch default hydrate inject`)
