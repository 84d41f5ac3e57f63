package analyzer

import (
	"go/types"
	"slices"

	"github.com/tenantkey/tenantkey/internal/ident"
	"github.com/tenantkey/tenantkey/internal/valuedep"
)

// A program that finds the tenant by an id, and by nothing else, has said that
// the id decides the tenant:
//
//	func (s *Sites) TenantIDBySite(ctx context.Context, siteID string) (string, error)
//	rdb.Set(ctx, "page:"+siteID+":"+path, page(tenantID, siteID, path), 0) // siteID has tenantID

// decided returns, for each tenant, the names of what the package finds it by:
// in functions that it declares, and in those that it calls.
func (k *keydeps) decided() map[*carrier][]name {
	out := map[*carrier][]name{}
	note := func(obj types.Object) {
		fn, ok := obj.(*types.Func)
		if !ok || !findsByOne(fn.Signature()) {
			return
		}
		if c, by := k.foundBy(fn.Name()); c != nil && !slices.ContainsFunc(out[c], func(n name) bool { return slices.Equal(n, by) }) {
			out[c] = append(out[c], by)
		}
	}
	for _, obj := range k.pass.TypesInfo.Defs {
		note(obj)
	}
	for _, obj := range k.pass.TypesInfo.Uses {
		note(obj)
	}
	return out
}

// foundBys is decided, worked out once.
func (k *keydeps) foundBys() map[*carrier][]name {
	if k.by == nil {
		k.by = k.decided()
	}
	return k.by
}

// foundBy cuts the name of a function that finds the tenant, and no more, by one
// thing. Someone can be of many tenants: TenantOfUser decides nothing.
func (k *keydeps) foundBy(fn string) (*carrier, name) {
	ws := ident.Words(fn)
	i := slices.IndexFunc(ws, func(w string) bool { return w == "by" || w == "of" || w == "for" })
	if i <= 0 || slices.Contains(ws, "and") || slices.ContainsFunc(ws[i:], func(w string) bool { return identityWords[singular(w)] }) {
		return nil, nil
	}
	found, _ := nameOf(fn).bare(builtinIdentities)
	by, ok := name(ws[i+1:]).bare(identityNouns)
	c := k.p.tenants.carrierOf(byName(fn))
	if len(found) != 1 || !ok || c == nil || k.p.tenants.carrierOf(byName(by.joined())) != nil {
		return nil, nil
	}
	return c, by
}

// findsByOne reports whether a function is given one id, or a message that has it,
// and returns one thing, an error apart, that can be an id or has it.
func findsByOne(sig *types.Signature) bool {
	ids, messages := 0, 0
	for p := range sig.Params().Variables() {
		if t := p.Type(); isText(t) {
			ids++
		} else if isPointer(t) {
			messages++
		}
	}
	r := sig.Results()
	return (ids == 1 || ids == 0 && messages == 1) && (r.Len() == 1 || r.Len() == 2) && (isText(r.At(0).Type()) || isPointer(r.At(0).Type()))
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// keyDecides reports whether a key has what the tenant c is found by.
func keyDecides(s *valuedep.Sink, by []name) bool {
	return slices.ContainsFunc(s.Key, func(d *valuedep.Dep) bool {
		n, ok := nameOf(d.Expr).bare(identityNouns)
		return ok && slices.ContainsFunc(by, n.endsWith)
	})
}
