// A flag that only says to skip the cache.
package refresh

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	load  func(id string) (string, error)
	cache *lru.Cache[string, string]
}

func (r *Repo) Get(id string, noCache bool) (string, error) {
	if !noCache {
		if v, ok := r.cache.Get(id); ok {
			return v, nil
		}
	}
	v, err := r.load(id)
	if err == nil {
		r.cache.Add(id, v)
	}
	return v, err
}
