// What is done with the value after it was stored does not count.
package later

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type View struct{ ID, Locale string }

type Repo struct {
	load  func(id string) View
	cache *lru.Cache[string, View]
}

func (r *Repo) Get(id, locale string) View {
	v, ok := r.cache.Get(id)
	if !ok {
		v = r.load(id)
		r.cache.Add(id, v)
	}
	v.Locale = locale
	return v
}
