// The tenant goes by another name in the key.
package renamed

import lru "github.com/hashicorp/golang-lru/v2"

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	scope := tenantID
	key := scope + "/" + id
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	v, err := r.find(tenantID, id)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}
