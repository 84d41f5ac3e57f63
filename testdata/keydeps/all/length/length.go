// The key has the number of ids, not which.
package length

import (
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	load  func(ids []string) []string
	cache *lru.Cache[string, []string]
}

func (r *Repo) Names(ids []string) []string {
	key := fmt.Sprintf("names:%d", len(ids)) // want `depends on ids`
	if v, ok := r.cache.Get(key); ok {
		return v
	}
	v := r.load(ids)
	r.cache.Add(key, v)
	return v
}
