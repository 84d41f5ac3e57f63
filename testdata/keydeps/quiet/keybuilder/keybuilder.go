// TanStack/query#7077: the key is built by a function.
package keybuilder

import (
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	load  func(tenantID, id string) (string, error)
	cache *lru.Cache[string, string]
}

func keyFor(tenantID, id string) string { return strings.Join([]string{"x", tenantID, id}, ":") }

func (r *Repo) Get(tenantID, id string) (string, error) {
	if v, ok := r.cache.Get(keyFor(tenantID, id)); ok {
		return v, nil
	}
	v, err := r.load(tenantID, id)
	if err != nil {
		return "", err
	}
	r.cache.Add(keyFor(tenantID, id), v)
	return v, nil
}
