package analyzer

import (
	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
)

// uses returns the uses of keys in a package, with those at calls of the
// functions that the registry lists under stores.
func (p *policy) uses(res *keyuse.Result) []*keyuse.Use {
	if p.reg == nil {
		return res.Uses
	}
	ds := make([]keyuse.Declared, 0, len(p.reg.Stores))
	for _, s := range p.reg.Stores {
		ds = append(ds, keyuse.Declared{Func: s.Func, Name: s.Key.Name, Index: s.Key.Index, Op: stores.Op(s.Op)})
	}
	return res.With(ds)
}
