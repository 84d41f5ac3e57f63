// The key is an array of both.
package arraykey

import lru "github.com/hashicorp/golang-lru/v2"

type Repo struct {
	cache *lru.Cache[[2]string, string]
	find  func(tenantID, id string) (string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	key := [2]string{tenantID, id}
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	v, err := r.find(tenantID, id)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}
