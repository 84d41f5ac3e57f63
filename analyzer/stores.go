package analyzer

import (
	"slices"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/registry"
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

// declares reports whether the registry lists a function under stores.
func (p *policy) declares(fn string) bool {
	return p.reg != nil && slices.ContainsFunc(p.reg.Stores, func(s *registry.Store) bool { return s.Func == fn })
}
