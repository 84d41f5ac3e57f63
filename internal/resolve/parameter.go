package resolve

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// paramIndex is the index of a parameter, the receiver not counted.
func paramIndex(p *ssa.Parameter) int {
	fn := p.Parent()
	i := slices.Index(fn.Params, p)
	if fn.Signature.Recv() != nil {
		return i - 1
	}
	return i
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
