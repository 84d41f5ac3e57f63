// TanStack's questions, with -keydeps.all: one that must be told.
package negative

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Filter struct{ Page, Size int }

type Repo struct {
	cache *lru.Cache[int, []string]
	list  func(page, size int) ([]string, error)
}

func (r *Repo) List(f Filter) ([]string, error) {
	if v, ok := r.cache.Get(f.Page); ok {
		return v, nil
	}
	v, err := r.list(f.Page, f.Size)
	if err == nil {
		r.cache.Add(f.Page, v) // want `depends on f.Size`
	}
	return v, err
}
