package resolve

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

// calleeFunc returns the declared function or method that is called, also
// through a bound method value; nil for function values and builtins.
func calleeFunc(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	callee := c.StaticCallee()
	if callee == nil {
		return nil
	}
	fn, _ := origin(callee).Object().(*types.Func)
	return fn
}

// call evaluates result index of a call.
func (r *Resolver) call(v *ssa.Call, index int) template.Value {
	if arg, ok := r.returnedArg(v); ok && index == 0 {
		// b.add(x) returns b: what b points to when the result is used.
		for _, ref := range *v.Referrers() {
			if ref.Parent() == v.Parent() {
				return r.cell(r.placeOf(arg), ref, v)
			}
		}
	}
	c := v.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return r.builtin(v, b)
	}
	fn := calleeFunc(c)
	if fn != nil {
		if m, ok := models[fullName(fn)]; ok {
			if out, ok := m(r, v, index); ok {
				return r.named(out, v)
			}
			return r.resultHole(v, index)
		}
		if out, ok := r.methodModel(v, fn, index); ok {
			return r.named(out, v)
		}
	}
	out, ok := r.callValue(v, c, fn, index)
	if !ok {
		return r.resultHole(v, index)
	}
	return r.told(out, v, index)
}

// callValue evaluates a call by what its callee returns.
func (r *Resolver) callValue(v *ssa.Call, c *ssa.CallCommon, fn *types.Func, index int) (template.Value, bool) {
	if c.IsInvoke() {
		return r.invoke(v, c, fn, index)
	}
	callee := c.StaticCallee()
	if callee == nil {
		callee, _ = r.target(c.Value)
	}
	if callee == nil {
		return r.returned(c, index)
	}
	if callee != nil {
		callee = origin(callee)
		if strings.HasPrefix(callee.Synthetic, "bound method") {
			return r.bound(c, callee, index)
		}
		if IsThunk(callee) {
			return r.thunk(c, callee, index)
		}
		if callee.Pkg == r.pkg && callee.Blocks != nil {
			out := r.summary(callee, index)
			return r.substitute(out, ownerOf(callee), v, callee), true
		}
	}
	if fn != nil {
		if s, ok := r.facts.Returns(fn); ok && index < len(s.Results) {
			return r.Instantiate(s.Results[index], fullName(fn), func(i int) (template.Value, bool) {
				return r.argument(v, callee, i)
			}), true
		}
	}
	return template.Value{}, false
}

// bound evaluates a call of a method value: f := s.key; f(id).
func (r *Resolver) bound(c *ssa.CallCommon, callee *ssa.Function, index int) (template.Value, bool) {
	mc, ok := c.Value.(*ssa.MakeClosure)
	fn, isFunc := callee.Object().(*types.Func)
	if !ok || !isFunc {
		return template.Value{}, false
	}
	method := r.pkg.Prog.FuncValue(fn)
	if method == nil || method.Pkg != r.pkg || method.Blocks == nil {
		return template.Value{}, false
	}
	return r.Instantiate(r.summary(method, index), ownerOf(method), func(i int) (template.Value, bool) {
		if i == template.Recv {
			return r.eval(mc.Bindings[0]), true
		}
		if i < len(c.Args) {
			return r.eval(c.Args[i]), true
		}
		return template.Value{}, false
	}), true
}

// IsThunk reports whether fn is a method as a function of its receiver:
// (*T).Get, called with the receiver as first argument.
func IsThunk(fn *ssa.Function) bool { return strings.HasPrefix(fn.Synthetic, "thunk") }

// thunk evaluates a call of a method expression: T.key(t, id).
func (r *Resolver) thunk(c *ssa.CallCommon, callee *ssa.Function, index int) (template.Value, bool) {
	fn, ok := callee.Object().(*types.Func)
	if !ok {
		return template.Value{}, false
	}
	method := r.pkg.Prog.FuncValue(fn)
	if method == nil || method.Pkg != r.pkg || method.Blocks == nil {
		return template.Value{}, false
	}
	return r.Instantiate(r.summary(method, index), ownerOf(method), func(i int) (template.Value, bool) {
		if i+1 < len(c.Args) {
			return r.eval(c.Args[i+1]), true
		}
		return template.Value{}, false
	}), true
}

// returned evaluates a call of a function that another function returned:
// keyOf := keyMaker(tenantID); keyOf(id).
func (r *Resolver) returned(c *ssa.CallCommon, index int) (template.Value, bool) {
	maker, ok := c.Value.(*ssa.Call)
	if !ok {
		return template.Value{}, false
	}
	outer := maker.Common().StaticCallee()
	if outer == nil || origin(outer).Pkg != r.pkg || origin(outer).Blocks == nil {
		return template.Value{}, false
	}
	outer = origin(outer)
	var inner *ssa.Function
	for _, b := range outer.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		fn, ok := r.target(ret.Results[0])
		if !ok || inner != nil && fn != inner {
			return template.Value{}, false
		}
		inner = fn
	}
	if inner == nil || inner.Blocks == nil {
		return template.Value{}, false
	}
	out := r.Instantiate(r.summary(inner, index), ownerOf(inner), func(i int) (template.Value, bool) {
		if i >= 0 && i < len(c.Args) {
			return r.eval(c.Args[i]), true
		}
		return template.Value{}, false
	})
	return r.substitute(out, ownerOf(outer), maker, outer), true
}

// target returns the one function that a function value can be: a closure, a
// named function, a variable or field that is set once.
func (r *Resolver) target(v ssa.Value) (*ssa.Function, bool) {
	for range 8 {
		switch x := v.(type) {
		case *ssa.Function:
			return x, true
		case *ssa.MakeClosure:
			f, ok := x.Fn.(*ssa.Function)
			return f, ok
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.FreeVar:
			b := r.binding(x)
			if b == nil {
				return nil, false
			}
			v = b
		case *ssa.UnOp:
			switch a := x.X.(type) {
			case *ssa.FieldAddr:
				st := r.index.fields[fieldOf(a.X.Type(), a.Field)]
				if len(st) != 1 {
					return nil, false
				}
				v = st[0].Val
			case *ssa.Global:
				st := r.index.globals[a]
				if len(st) != 1 {
					return nil, false
				}
				v = st[0].Val
			default:
				w, ok := r.onlyStore(x)
				if !ok {
					return nil, false
				}
				v = w
			}
		default:
			return nil, false
		}
	}
	return nil, false
}

// Target returns the one function of this package that a function value can be.
func (r *Resolver) Target(v ssa.Value) (*ssa.Function, bool) { return r.target(v) }

// invoke evaluates a call through an interface by its visible implementations.
func (r *Resolver) invoke(v *ssa.Call, c *ssa.CallCommon, fn *types.Func, index int) (template.Value, bool) {
	if m, ok := r.concrete(c); ok {
		if m.Pkg == r.pkg && m.Blocks != nil {
			out := r.summary(m, index)
			return r.substituteInvoke(out, ownerOf(m), v), true
		}
		if obj, ok := m.Object().(*types.Func); ok {
			if s, ok := r.facts.Returns(obj); ok && index < len(s.Results) {
				return r.substituteInvoke(s.Results[index], fullName(obj), v), true
			}
		}
	}
	impls := r.Implementations(fn)
	if len(impls) > 0 && len(impls) <= maxImpls {
		var vals []template.Value
		for _, m := range impls {
			vals = append(vals, r.substituteInvoke(r.summary(m, index), ownerOf(m), v))
		}
		out := template.JoinValues(vals...)
		if !out.Any(ownMatterOf(fn)) {
			return out, true
		}
		return out, len(impls) == 1
	}
	if s, ok := r.facts.Returns(fn); ok && index < len(s.Results) {
		return r.substituteInvoke(s.Results[index], fullName(fn), v), true
	}
	return template.Value{}, false
}

// ownMatterOf reports unknown holes, which say less than the call itself.
func ownMatterOf(*types.Func) func(*template.Hole) bool {
	return func(h *template.Hole) bool { return h.Origin.Kind == template.Unk || h.Origin.Kind == template.Local }
}

// concrete returns the method that an interface call reaches when the value in
// the interface is made right here.
func (r *Resolver) concrete(c *ssa.CallCommon) (*ssa.Function, bool) {
	v := c.Value
	for range 4 {
		switch x := v.(type) {
		case *ssa.ChangeInterface:
			v = x.X
			continue
		case *ssa.MakeInterface:
			sel := r.pkg.Prog.MethodSets.MethodSet(x.X.Type()).Lookup(c.Method.Pkg(), c.Method.Name())
			if sel == nil {
				return nil, false
			}
			fn, ok := sel.Obj().(*types.Func)
			if !ok {
				return nil, false
			}
			m := r.pkg.Prog.FuncValue(fn.Origin())
			return m, m != nil
		}
		return nil, false
	}
	return nil, false
}

// Implementations returns the methods declared in this package that an
// interface method can be.
func (r *Resolver) Implementations(m *types.Func) []*ssa.Function {
	recv := m.Signature().Recv()
	if recv == nil {
		return nil
	}
	iface, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []*ssa.Function
	for _, fn := range r.index.methods[m.Name()] {
		t := fn.Signature.Recv().Type()
		if implements(t, iface) {
			out = append(out, fn)
		}
	}
	return out
}

// implements reports whether t has the methods of iface; for generic types by
// the methods' names, since their parameters are not yet the interface's.
func implements(t types.Type, iface *types.Interface) bool {
	named, _ := types.Unalias(deref(t)).(*types.Named)
	generic := named != nil && named.TypeParams().Len() > 0
	if !generic && !hasTypeParam(iface) {
		return types.Implements(t, iface) || types.Implements(types.NewPointer(deref(t)), iface)
	}
	ms := types.NewMethodSet(types.NewPointer(deref(t)))
	for m := range iface.Methods() {
		if ms.Lookup(m.Pkg(), m.Name()) == nil {
			return false
		}
	}
	return iface.NumMethods() > 0
}

// hasTypeParam reports whether an interface's methods mention type parameters.
func hasTypeParam(iface *types.Interface) bool {
	for m := range iface.Methods() {
		for p := range m.Signature().Params().Variables() {
			if mentionsParam(p.Type(), 0) {
				return true
			}
		}
		for p := range m.Signature().Results().Variables() {
			if mentionsParam(p.Type(), 0) {
				return true
			}
		}
	}
	return false
}

func mentionsParam(t types.Type, depth int) bool {
	if depth > 4 {
		return false
	}
	switch t := t.(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return mentionsParam(t.Elem(), depth+1)
	case *types.Slice:
		return mentionsParam(t.Elem(), depth+1)
	case *types.Map:
		return mentionsParam(t.Key(), depth+1) || mentionsParam(t.Elem(), depth+1)
	case *types.Named:
		for a := range t.TypeArgs().Types() {
			if mentionsParam(a, depth+1) {
				return true
			}
		}
	case *types.Signature:
		for p := range t.Params().Variables() {
			if mentionsParam(p.Type(), depth+1) {
				return true
			}
		}
		for p := range t.Results().Variables() {
			if mentionsParam(p.Type(), depth+1) {
				return true
			}
		}
	}
	return false
}

// argument evaluates parameter i of the callee at a call.
func (r *Resolver) argument(call ssa.CallInstruction, callee *ssa.Function, i int) (template.Value, bool) {
	c := call.Common()
	args := c.Args
	if c.IsInvoke() {
		if i == template.Recv {
			return r.eval(c.Value), true
		}
	} else if hasRecv(c, callee) {
		if i == template.Recv {
			if len(args) == 0 {
				return template.Value{}, false
			}
			return r.evalIn(args[0], call.Block()), true
		}
		i++
	}
	if i < 0 || i >= len(args) {
		return template.Value{}, false
	}
	return r.evalIn(args[i], call.Block()), true
}

func hasRecv(c *ssa.CallCommon, callee *ssa.Function) bool {
	if callee != nil {
		return callee.Signature.Recv() != nil
	}
	return c.Signature().Recv() != nil
}

func (r *Resolver) substitute(v template.Value, owner string, c ssa.CallInstruction, callee *ssa.Function) template.Value {
	return r.Instantiate(v, owner, func(i int) (template.Value, bool) { return r.argument(c, callee, i) })
}

func (r *Resolver) substituteInvoke(v template.Value, owner string, c ssa.CallInstruction) template.Value {
	return r.Instantiate(v, owner, func(i int) (template.Value, bool) { return r.argument(c, nil, i) })
}

// told gives a call's value the call's own expression and meaning where the
// callee's value is a hole that only means something inside the callee.
func (r *Resolver) told(v template.Value, call *ssa.Call, index int) template.Value {
	if isEnum(v) {
		out := r.resultHole(call, index)
		h, _ := out.Hole()
		h.Origin.Inputs = []template.Set{v.Text}
		h.Form = template.FormEnum
		return out
	}
	h, ok := v.Hole()
	if !ok || h.IsAnySelf() {
		return v
	}
	more := r.callEvidence(call.Common())
	switch h.Origin.Kind {
	case template.Local, template.Unk, template.Field, template.Var, template.Result:
		out := r.resultHole(call, index)
		rh, _ := out.Hole()
		c := *rh
		c.Form, c.Via = h.Form, h.Via
		if h.Origin.Kind == template.Unk && tooMuch[h.Origin.Reason] {
			c.Origin.Kind, c.Origin.Reason = template.Unk, h.Origin.Reason
		}
		if c.Unchecked == "" {
			c.Unchecked = h.Unchecked
		}
		c.Origin.Inputs = append(c.Origin.Inputs, h.Origin.Inputs...)
		for _, e := range h.Evidence {
			e.Depth++
			c.Evidence = append(c.Evidence, e)
		}
		return template.TextValue(template.HoleSet(&c))
	}
	c := h.Known()
	for _, e := range more {
		e.Depth = 1
		c = c.Known(e)
	}
	return r.named(template.TextValue(template.HoleSet(c)), call)
}

// isEnum reports whether a value is one of several plain texts: what a
// function that names the cases of a type returns. As a hole it is read, and
// counted, as one thing.
func isEnum(v template.Value) bool {
	if v.Kind != template.IsText || len(v.Text) < manyCases {
		return false
	}
	for _, t := range v.Text {
		if _, ok := t.Text(); !ok {
			return false
		}
	}
	return true
}

// resultHole is a call whose result is not known further.
func (r *Resolver) resultHole(v *ssa.Call, index int) template.Value {
	var shown ssa.Value = v
	if tup, ok := v.Type().(*types.Tuple); ok {
		for _, ref := range *v.Referrers() {
			if e, ok := ref.(*ssa.Extract); ok && e.Index == index {
				shown = e
			}
		}
		if shown == ssa.Value(v) && index < tup.Len() {
			shown = v
		}
	}
	h := &template.Hole{Expr: r.expr(shown), Type: typeName(shown.Type()), Form: formOf(shown.Type()), Origin: template.Origin{Kind: template.Result}}
	if fn := calleeFunc(v.Common()); fn != nil {
		h.Origin.Name = fullName(fn)
	} else {
		h.Origin.Kind = template.Unk // a function value: anything
	}
	h.Origin.Reason = "comes from " + r.expr2(v)
	h.Origin.Pos = r.posn(v.Pos())
	for _, a := range v.Common().Args {
		if textual(a.Type()) && len(h.Origin.Inputs) < 4 {
			h.Origin.Inputs = append(h.Origin.Inputs, r.text(a))
		}
	}
	h = h.Known(r.evidence(shown)...)
	return template.TextValue(template.HoleSet(r.optional(h, shown)))
}

// textual reports whether a value of type t can be a part of a key.
func textual(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Slice:
		return isBytes(t)
	case *types.Array:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// summary returns what result index of a function of this package is, over the
// function's parameters.
func (r *Resolver) summary(fn *ssa.Function, index int) template.Value {
	key := result{fn, index}
	if out, ok := r.summaries.get(r, key); ok {
		return out
	}
	if frame, ok := r.underway[fn]; ok {
		r.meet(frame)
		return template.UnknownValue(recursive)
	}
	if r.calls >= maxCalls {
		return r.unless(tooDeep)
	}
	before := r.steps
	out := r.summaries.evaluate(r, key, func() template.Value {
		var out template.Value
		r.within(fn, func() { out = r.weigh(r.results(fn, index)) })
		return out
	})
	if r.steps > maxSteps && before < maxSteps/2 {
		// It is too hard by itself: it will be next time, too.
		r.summaries.sure[key] = out
	}
	return out
}

// results joins what a function's returns return.
func (r *Resolver) results(fn *ssa.Function, index int) template.Value {
	var vals []template.Value
	for _, b := range fn.Blocks {
		if len(b.Instrs) == 0 {
			continue
		}
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || index >= len(ret.Results) || failing(ret, index) || nilReceiver(fn, ret, index) || b == fn.Recover {
			continue
		}
		vals = append(vals, r.evalIn(ret.Results[index], b))
	}
	if len(vals) == 0 {
		return template.UnknownValue("is built by a function that never returns it")
	}
	return template.JoinValues(vals...)
}

// nilReceiver reports whether a return is what a getter gives for a nil
// receiver, as generated code does: nobody builds a key from that.
//
//	if x != nil { return x.F }
//	return ""
func nilReceiver(fn *ssa.Function, ret *ssa.Return, index int) bool {
	if fn.Signature.Recv() == nil || len(fn.Params) != 1 {
		return false
	}
	c, ok := ret.Results[index].(*ssa.Const)
	if !ok || c.Value != nil && c.Value.ExactString() != `""` && c.Value.ExactString() != "0" && c.Value.ExactString() != "false" {
		return false
	}
	for _, ref := range *fn.Params[0].Referrers() {
		if cmp, ok := ref.(*ssa.BinOp); ok && cmp.Op.IsOperator() {
			if k, ok := cmp.Y.(*ssa.Const); ok && k.IsNil() {
				return true
			}
		}
	}
	return false
}

// failing reports whether a return hands out an empty value beside an error or
// a false ok: return "", err. Nobody uses the value then.
func failing(ret *ssa.Return, index int) bool {
	n := len(ret.Results)
	if n < 2 || index == n-1 {
		return false
	}
	c, isConst := ret.Results[index].(*ssa.Const)
	if !isConst || c.Value != nil && c.Value.ExactString() != `""` && c.Value.ExactString() != "0" {
		return false
	}
	switch last := ret.Results[n-1].(type) {
	case *ssa.Const:
		return isBool(last.Type()) && last.Value != nil && last.Value.ExactString() == "false"
	default:
		return true
	}
}

// Returns evaluates every result of a function, for its summary.
func (r *Resolver) Returns(fn *ssa.Function) []template.Value {
	defer fault.At(fn.Pos())
	out := make([]template.Value, fn.Signature.Results().Len())
	for i := range out {
		r.begin()
		out[i] = r.summary(fn, i)
	}
	return out
}

// ownerOf names a function as the owner of its parameters.
func ownerOf(fn *ssa.Function) string {
	if obj, ok := origin(fn).Object().(*types.Func); ok {
		return fullName(obj)
	}
	return fn.String()
}

// OwnerOf names a function as the owner of its parameters.
func OwnerOf(fn *ssa.Function) string { return ownerOf(fn) }

// paramIndex is the index of a parameter, the receiver not counted.
func paramIndex(p *ssa.Parameter) int {
	fn := p.Parent()
	for i, q := range fn.Params {
		if q == p {
			if fn.Signature.Recv() != nil {
				return i - 1
			}
			return i
		}
	}
	return 0
}

// parameter is a hole that the callers fill. A closure that is called where it
// is made has its arguments.
func (r *Resolver) parameter(p *ssa.Parameter) template.Value {
	fn := p.Parent()
	if fn.Parent() != nil {
		if v, ok := r.closureArg(p); ok {
			return v
		}
	}
	name := r.nameOf(p)
	h := &template.Hole{
		Expr: name, Type: typeName(p.Type()), Form: formOf(p.Type()),
		Origin: template.Origin{Kind: template.Param, Index: paramIndex(p), Owner: ownerOf(fn)},
	}
	h = h.Known(typeEvidence(p.Type()), template.Evidence{Kind: template.ByName, Text: name}, byItsFunction(fn, name))
	return template.TextValue(template.HoleSet(r.optional(h, p)))
}

// byItsFunction reads a parameter that is just called id by the function's
// name: GetTenantByID(ctx, id) means the tenant's id.
func byItsFunction(fn *ssa.Function, name string) template.Evidence {
	none := template.Evidence{Kind: template.ByName}
	if !strings.EqualFold(name, "id") && !strings.EqualFold(name, "uuid") {
		return none
	}
	noun := fn.Name()
	for _, verb := range []string{"Get", "Find", "Load", "Fetch", "Read", "Lookup", "Query", "Delete", "Remove", "Update", "Set", "get", "find", "load", "fetch", "read", "lookup", "query", "delete", "remove", "update", "set"} {
		if rest, ok := strings.CutPrefix(noun, verb); ok {
			noun = rest
			for _, by := range []string{"ByID", "ById", "ByUUID"} {
				noun = strings.TrimSuffix(noun, by)
			}
			if noun == "" {
				return none
			}
			return template.Evidence{Kind: template.ByName, Text: noun + "." + name}
		}
	}
	return none
}

// closureArg evaluates a closure's parameter by the calls of the closure in
// the function around it.
func (r *Resolver) closureArg(p *ssa.Parameter) (out template.Value, ok bool) {
	fn := p.Parent()
	calls := r.index.callers[fn]
	if frame, ok := r.underway[fn]; ok {
		r.meet(frame)
		return template.Value{}, false
	}
	if len(calls) > maxImpls || r.calls >= maxCalls {
		return template.Value{}, false
	}
	i := paramIndex(p)
	r.within(fn, func() {
		if len(calls) == 0 {
			out, ok = r.callbackArg(fn, i)
			return
		}
		var vals []template.Value
		for _, c := range calls {
			if i >= len(c.Common().Args) {
				return
			}
			vals = append(vals, r.eval(c.Common().Args[i]))
		}
		out, ok = template.JoinValues(vals...), true
	})
	return out, ok
}

// callbackArg evaluates parameter i of a closure that is handed to a function
// of this package, which calls it.
func (r *Resolver) callbackArg(fn *ssa.Function, i int) (template.Value, bool) {
	mc := r.index.closures[fn]
	if mc == nil {
		return template.Value{}, false
	}
	var vals []template.Value
	for _, ref := range *mc.Referrers() {
		call, ok := ref.(ssa.CallInstruction)
		if !ok {
			return template.Value{}, false
		}
		callee := call.Common().StaticCallee()
		if callee == nil || origin(callee).Pkg != r.pkg || origin(callee).Blocks == nil {
			return template.Value{}, false
		}
		callee = origin(callee)
		for j, a := range call.Common().Args {
			if a != ssa.Value(mc) || j >= len(callee.Params) {
				continue
			}
			for _, use := range *callee.Params[j].Referrers() {
				inner, ok := use.(ssa.CallInstruction)
				if !ok || inner.Common().Value != callee.Params[j] || i >= len(inner.Common().Args) {
					return template.Value{}, false
				}
				vals = append(vals, r.substitute(r.eval(inner.Common().Args[i]), ownerOf(callee), call, callee))
			}
		}
	}
	if len(vals) == 0 || len(vals) > maxImpls {
		return template.Value{}, false
	}
	return template.JoinValues(vals...), true
}

// Maker returns the call that made the value that v is: the initialisation of
// a variable, or the call itself.
func (r *Resolver) Maker(v ssa.Value) (*ssa.Call, bool) {
	for range maxChain {
		switch x := v.(type) {
		case *ssa.Call:
			return x, true
		case *ssa.UnOp:
			if g, ok := x.X.(*ssa.Global); ok && len(r.index.globals[g]) == 1 {
				v = r.index.globals[g][0].Val
				continue
			}
			if val, ok := r.onlyStore(x); ok {
				v = val
				continue
			}
		}
		return nil, false
	}
	return nil, false
}
