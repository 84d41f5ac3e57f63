package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

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
		ret, ok := last(b).(*ssa.Return)
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
	out := make([]template.Value, fn.Signature.Results().Len())
	for i := range out {
		out[i] = r.Return(fn, i)
	}
	return out
}

// Return evaluates one result of a function, for its summary.
func (r *Resolver) Return(fn *ssa.Function, index int) template.Value {
	defer fault.At(fn.Pos())
	r.begin()
	return r.summary(fn, index)
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
