package valuedep

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Facts tell what a result depends on as a whole. Where the result is the input
// itself, its parts are told by that as well:
//
//	func FromContext(ctx context.Context) *Claims { c, _ := ctx.Value(key{}).(*Claims); return c }
//	auth.FromContext(ctx).OrgID // ctx.Value(key{}).OrgID

// whole marks those of the dependencies of result i that are the result itself:
// any of its fields is then a field of the input.
func (a *Analysis) whole(fn *ssa.Function, i int, deps []*Dep) []*Dep {
	s, ok := deref(fn.Signature.Results().At(i).Type()).Underlying().(*types.Struct)
	if !ok || s.NumFields() == 0 || len(deps) > maxImpls {
		return deps
	}
	field := s.Field(0).Name()
	parts, ok := a.resultsOf(fn, i, field, false)
	if !ok {
		return deps
	}
	out := slices.Clone(deps)
	for j, d := range out {
		at := Atom{d.Root, below(d.Path, field)}
		if slices.ContainsFunc(parts.List, func(p *Dep) bool { return p.Atom == at }) {
			e := *d
			e.Whole = true
			out[j] = &e
		}
	}
	return out
}

// part returns what the part path of a result of type t depends on.
func (s *Deps) part(path string, t types.Type) []*Dep {
	if path == "" || t == nil {
		return s.List
	}
	out := slices.Clone(s.List)
	for i, d := range out {
		if !d.Whole {
			continue
		}
		e := *d
		e.Path, e.Expr = below(d.Path, path), exprOf(d.Expr, path)
		e.Type, e.Evidence = evidence(e.Expr, t, path)
		out[i] = &e
	}
	return out
}

// below puts path behind the path p.
func below(p, path string) string { return strings.TrimPrefix(p+Sep+path, Sep) }

// handsOutParts reports whether fn is a method of data without parameters, of
// which something else is taken where its body can't be seen: that it stands for
// all of its receiver, q.CacheKey(), or for a field of its name, which there is
// not, claims.Organization().
func handsOutParts(fn *ssa.Function) bool {
	sig := fn.Signature
	if sig.Recv() == nil || sig.Params().Len() > 0 || sig.Results().Len() != 1 || isHandle(sig.Recv().Type()) {
		return false
	}
	return rendersWhole(fn.Name()) || isScalar(sig.Results().At(0).Type()) && !hasField(sig.Recv().Type(), getterStep(fn.Name()))
}

func hasField(t types.Type, name string) bool {
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Name() == name {
			return true
		}
	}
	return false
}

// onlyParts reports whether what a method returns is made of some of its
// receiver's fields.
func onlyParts(ds []*Dep) bool {
	return len(ds) > 0 && !slices.ContainsFunc(ds, func(d *Dep) bool { return d.Kind != Param || d.Index != Recv || d.Path == "" })
}

// row notes the field of a row that something is looked up by at the inputs that
// the row itself was looked up by:
//
//	u := users.Get(ctx, userID)
//	p := projects.Get(ctx, u.TenantID, name) // userID, for its u.TenantID
func (w *walk) row(call *ssa.Call, i int, path string, found []*Dep) {
	t := resultType(call.Common(), i)
	if t == nil {
		return
	}
	r := &Dep{Expr: exprOf(w.a.source(call), path), Pos: call.Pos()}
	r.Type = locate(t, path).typ
	r.Evidence = hintEvidence(strings.TrimPrefix(exprOf("", path), ".")) // the name of a project is no tenant for being a Project's
	for _, d := range found {
		if d.Row == nil && d.Via&Call != 0 {
			d.Row = r
		}
	}
}
