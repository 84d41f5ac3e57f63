package driver

import (
	"context"
	"sync"
)

// Kept is what runs over the same patterns of unchanged files have in common:
// what the go command lists, and the packages type-checked. Tests keep it,
// which run one analyzer after the other over one module.
type Kept struct {
	mu       sync.Mutex
	universe *universe
	checked  map[string]*checked // by package ID
}

// A checked is what check returned for a unit.
type checked struct {
	src      *source
	problems []Problem
}

// universeOf loads the packages that o names, or returns those that an earlier
// run has loaded.
func universeOf(ctx context.Context, o *Options) (*universe, error) {
	k := o.Kept
	if k == nil {
		k = &Kept{}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.universe == nil {
		g, err := load(ctx, o)
		if err != nil {
			return nil, err
		}
		k.universe = newUniverse(g)
		k.checked = map[string]*checked{}
	}
	return k.universe, nil
}

// check is the universe's, or what it returned in an earlier run.
func (r *runner) check(u *unit) (*source, []Problem) {
	if r.Kept == nil {
		return r.universe.check(u)
	}
	r.Kept.mu.Lock()
	c := r.Kept.checked[u.pkg.ID]
	r.Kept.mu.Unlock()
	if c == nil {
		c = &checked{}
		c.src, c.problems = r.universe.check(u)
		r.Kept.mu.Lock()
		r.Kept.checked[u.pkg.ID] = c
		r.Kept.mu.Unlock()
	}
	return c.src, c.problems
}
