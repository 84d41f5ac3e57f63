package analyzer

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/template"
)

// ownedByTenant reports whether the store of a use lives in an object of one
// tenant, so that its keys need not say whose they are:
//
//	type manager struct {
//		tenantID string
//		rows     *lru.Cache[int, row]
//	}
//
//	m.rows.Get(id)
func (p *policy) ownedByTenant(u *keyuse.Use) bool {
	if u.Instr == nil {
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
	if load, ok := store.(*ssa.UnOp); ok {
		store = load.X
	}
	var owner types.Type
	switch f := store.(type) {
	case *ssa.FieldAddr:
		owner = f.X.Type().Underlying().(*types.Pointer).Elem()
	case *ssa.Field:
		owner = f.X.Type()
	default:
		return false
	}
	st, ok := owner.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if isIdentity(f.Type()) && p.isTenantField(owner, f) {
			return true
		}
	}
	return false
}

// isTenantField reports whether field f of type t is the tenant.
func (p *policy) isTenantField(t types.Type, f *types.Var) bool {
	h := &template.Hole{Evidence: []template.Evidence{{Kind: template.ByName, Text: f.Name()}}}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
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
