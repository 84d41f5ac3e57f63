package analyzer

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/template"
)

// inProcess are the stores that live in the object that holds them: a group of
// groupcache shares its keys by its name, which is its own. Others are
// servers: whoever holds the client, the keys are shared.
var inProcess = setOf("map memory lru singleflight groupcache")

// ownedByTenant reports whether the store of a use lives in an object of one
// tenant, so that its keys need not say whose they are:
//
//	type manager struct {
//		tenantID string
//		rows     *lru.Cache[int, row]
//	}
//
//	m.rows.Get(id)
//
// The tenant can also be a field, open to all, of what the object is made for:
// m.account.TenantID.
func (p *policy) ownedByTenant(u *keyuse.Use) bool {
	if u.Instr == nil || !inProcess[u.Store] {
		return false
	}
	c := u.Instr.Common()
	store := c.Value // of an interface
	if !c.IsInvoke() {
		if c.Signature().Recv() == nil || len(c.Args) == 0 {
			return false
		}
		store = c.Args[0]
	}
	owner, field := holder(store)
	for field != nil && field.Embedded() { // a promoted method's receiver is a part of the store
		owner, field = holder(owner)
	}
	if field == nil {
		return false
	}
	return p.hasTenant(owner.Type(), 1)
}

// hasTenant reports whether a struct has a field that is the tenant, or one
// that is a struct with such a field, so many structs deep.
func (p *policy) hasTenant(t types.Type, deep int) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if deep == 0 && !f.Exported() {
			continue // where a client keeps how it was set up
		}
		if isIdentity(f.Type()) && p.isTenantVar(t, f) || deep > 0 && p.hasTenant(f.Type(), deep-1) {
			return true
		}
	}
	return false
}

// holder returns the struct that v is a field of, or a pointer to it, and the
// field; nil when v is no field.
//
//	t1 = &m.rows [#1]
//	t2 = *t1          (v)
func holder(v ssa.Value) (ssa.Value, *types.Var) {
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	switch f := v.(type) {
	case *ssa.FieldAddr:
		if ptr, ok := f.X.Type().Underlying().(*types.Pointer); ok {
			if st, ok := ptr.Elem().Underlying().(*types.Struct); ok {
				return f.X, st.Field(f.Field)
			}
		}
	case *ssa.Field:
		if st, ok := f.X.Type().Underlying().(*types.Struct); ok {
			return f.X, st.Field(f.Field)
		}
	}
	return nil, nil
}

// isTenantVar reports whether a variable, or the field f of type t, is the
// tenant.
func (p *policy) isTenantVar(t types.Type, f *types.Var) bool {
	h := &template.Hole{Evidence: []template.Evidence{{Kind: template.ByName, Text: f.Name()}}}
	if n, ok := types.Unalias(t).(*types.Named); t != nil && ok && n.Obj().Pkg() != nil {
		h = h.Known(template.Evidence{Kind: template.ByField, Text: n.Obj().Pkg().Path() + "." + n.Obj().Name() + "." + f.Name()})
	}
	if n, ok := types.Unalias(f.Type()).(*types.Named); ok && n.Obj().Pkg() != nil {
		h = h.Known(template.Evidence{Kind: template.ByType, Text: n.Obj().Pkg().Path() + "." + n.Obj().Name()})
	}
	return p.tenants.read(h).carrier != nil
}

// isIdentity reports whether a value of a type can be one tenant's identity: a
// text, a number, or an array such as a uuid.
func isIdentity(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Array:
		return true
	}
	return false
}
