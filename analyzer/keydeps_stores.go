package analyzer

import (
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/valuedep"
	"github.com/tenantkey/tenantkey/registry"
)

// under returns what is known of a package when the functions that its policy
// lists under stores are stores too, with the package's wrappers of them. The
// fact pass can't know those: facts do not depend on a policy.
func (v *valueDeps) under(p *policy, res *keyuse.Result) *valueDeps {
	if v.analysis == nil || p.reg == nil || len(p.reg.Stores) == 0 {
		return v
	}
	if w, ok := v.declared[p.reg]; ok {
		return w
	}
	w := v
	if uses := p.uses(res); len(uses) > len(res.Uses) {
		w = &valueDeps{tenant: v.tenant, uses: usesAt(uses)}
		c := v.analysis.Config
		c.Sites = func(call ssa.CallInstruction) []*valuedep.Site {
			if s := w.declaredSite(call, p.reg); s != nil {
				return []*valuedep.Site{s}
			}
			return v.sites(call)
		}
		w.analysis = valuedep.New(c)
	}
	if v.declared == nil {
		v.declared = map[*registry.Registry]*valueDeps{}
	}
	v.declared[p.reg] = w
	return w
}

// declaredSite returns what a call of a function under stores does.
func (v *valueDeps) declaredSite(call ssa.CallInstruction, reg *registry.Registry) *valuedep.Site {
	for _, u := range v.uses[call] {
		if u.Row != nil {
			continue
		}
		for _, st := range reg.Stores {
			if plainName(st.Func) != plainName(u.Object.FullName()) {
				continue
			}
			op := valuedep.Get
			switch stores.Op(st.Op) {
			case stores.Set:
				op = valuedep.Set
			case stores.Get, stores.Other:
			default:
				return nil
			}
			s := valuedep.Declared(call, st.Key.Name, st.Key.Index, op)
			if s == nil || op == valuedep.Get && s.Op == valuedep.Get && stores.Op(st.Op) == stores.Other {
				return nil
			}
			s.Text = u.Full.String()
			return s
		}
	}
	return nil
}

func usesAt(uses []*keyuse.Use) map[ssa.Instruction][]*keyuse.Use {
	at := map[ssa.Instruction][]*keyuse.Use{}
	for _, u := range uses {
		if u.Instr != nil {
			at[u.Instr] = append(at[u.Instr], u)
		}
	}
	return at
}
