// The key is built up in a strings.Builder, by a loop over its parts.
package builtup

import (
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

func key(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p)
		b.WriteByte('/')
	}
	return b.String()
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	if v, ok := r.cache.Get(key("name", tenantID, id)); ok {
		return v, nil
	}
	v, err := r.find(tenantID, id)
	if err == nil {
		r.cache.Add(key("name", tenantID, id), v)
	}
	return v, err
}
