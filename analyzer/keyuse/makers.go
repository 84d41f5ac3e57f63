package keyuse

import (
	"go/types"

	"github.com/tenantkey/tenantkey/internal/resolve"
	"github.com/tenantkey/tenantkey/internal/template"
)

// Stored returns what the package stores in a field, tests left out; ok says
// that it does so.
func (r *Result) Stored(field *types.Var) (_ template.Set, ok bool) {
	return r.asked(func(f *finder) (template.Set, bool) { return f.res.Stored(field) })
}

// Given returns what the calls of a function of the package, named as the owner
// of its parameters, give its parameter at an index; ok says that no other
// package can call it.
func (r *Result) Given(owner string, index int) (_ template.Set, ok bool) {
	return r.asked(func(f *finder) (template.Set, bool) {
		for _, fn := range f.fns {
			if index >= 0 && resolve.OwnerOf(fn) == owner {
				return f.res.Given(fn, index)
			}
		}
		return nil, false
	})
}

func (r *Result) asked(question func(*finder) (template.Set, bool)) (template.Set, bool) {
	if r.more == nil {
		return nil, false
	}
	r.more.mu.Lock()
	defer r.more.mu.Unlock()
	return question(r.more.finder)
}
