package keyuse

import (
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// A Declared is a function that a policy says to take a key, because that
// can't be seen: an interface without a visible implementation, a client that
// has no rows.
type Declared struct {
	Func string // full name as go/types prints it
	Name string // the key's parameter by name, or
	// Index is the key's parameter, the receiver not counted, when Name is "".
	Index int
	Op    stores.Op
}

// declared is the uses of a Result under the declarations of one policy.
type declared struct {
	mu     sync.Mutex
	finder *finder
	uses   map[string][]*Use
}

// With returns the uses together with those at calls of declared functions,
// and of the package's wrappers around them. The same declarations give the
// same uses. Wrappers in other packages are not known: what they pass on is
// told by facts, and facts do not depend on a policy.
func (r *Result) With(ds []Declared) []*Use {
	if len(ds) == 0 || r.more == nil {
		return r.Uses
	}
	r.more.mu.Lock()
	defer r.more.mu.Unlock()
	key := fmt.Sprint(ds)
	if uses, ok := r.more.uses[key]; ok {
		return uses
	}
	f := *r.more.finder
	f.takes, f.queue, f.uses = maps.Clone(f.takes), nil, slices.Clone(r.Uses)
	for _, callee := range f.ordered() {
		for _, d := range ds {
			f.declaredCalls(callee, d)
		}
	}
	f.drain()
	f.sort()
	if r.more.uses == nil {
		r.more.uses = map[string][]*Use{}
	}
	r.more.uses[key] = f.uses
	return f.uses
}

// declaredCalls makes the uses at the calls of a declared function that is not
// known to take a key by itself.
func (f *finder) declaredCalls(callee *types.Func, d Declared) {
	if plainName(callee.FullName()) != plainName(d.Func) {
		return
	}
	i := d.Index
	if d.Name != "" {
		i = -1
		for j := range callee.Signature().Params().Len() {
			if callee.Signature().Params().At(j).Name() == d.Name {
				i = j
			}
		}
	}
	if i < 0 || i >= callee.Signature().Params().Len() || slices.ContainsFunc(f.uses, func(u *Use) bool { return u.Object == callee }) {
		return
	}
	p := callee.Signature().Params().At(i)
	h := &template.Hole{Expr: p.Name(), Origin: template.Origin{Kind: template.Param, Index: i, Owner: callee.FullName()}}
	h = h.Known(template.Evidence{Kind: template.ByName, Text: p.Name()})
	f.wrapperSites(callee, []Taking{{Store: "declared", Op: d.Op, Param: i, Key: template.HoleSet(h)}})
}

// plainName is a full name without the star of a pointer receiver.
func plainName(s string) string { return strings.Replace(s, "(*", "(", 1) }
