// The key has one field of what the look-up is given whole.
package somefields

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Filter struct{ Kind, Color string }

type Repo struct {
	find  func(f Filter) ([]string, error)
	cache *lru.Cache[string, []string]
}

func (r *Repo) Find(f Filter) ([]string, error) {
	if v, ok := r.cache.Get(f.Kind); ok {
		return v, nil
	}
	v, err := r.find(f)
	if err != nil {
		return nil, err
	}
	r.cache.Add(f.Kind, v) // want `value cached under "\{f.Kind\}" depends on f `
	return v, nil
}
