package analyzer

import (
	"go/types"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
)

// told reports whether a use's key is put together where it is used. A function
// that is given the tenant, and nothing that is named like a key, leaves
// nothing to its callers, whatever its other parameters are called:
//
//	func (s *Store) Reset(ctx context.Context, tenantID, name string) { s.rdb.Del(ctx, "settings:"+name) }
func (p *policy) told(u *keyuse.Use) bool { return u.Told || u.Func != nil && p.composes(u.Func) }

// composes reports whether a function is given the tenant and no key.
func (p *policy) composes(fn *types.Func) bool {
	tenant := false
	for v := range fn.Origin().Signature().Params().Variables() {
		if keyuse.NamedKey(v.Name()) {
			return false
		}
		if _, generic := v.Type().(*types.TypeParam); generic {
			return false
		}
		tenant = tenant || isIdentity(v.Type()) && p.isTenantVar(nil, v)
	}
	return tenant
}
