// TanStack/query#5069: the whole object is in the key, its fields are used.
package wholeobject

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Filter struct{ TenantID, Kind, Color string }

type Repo struct {
	find  func(tenant, kind, color string) ([]string, error)
	cache *lru.Cache[Filter, []string]
}

func (r *Repo) Find(f Filter) ([]string, error) {
	if v, ok := r.cache.Get(f); ok {
		return v, nil
	}
	v, err := r.find(f.TenantID, f.Kind, f.Color)
	if err != nil {
		return nil, err
	}
	r.cache.Add(f, v)
	return v, nil
}
