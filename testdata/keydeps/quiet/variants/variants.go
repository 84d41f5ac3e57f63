// One branch for each variant, and the key says which.
package variants

import lru "github.com/hashicorp/golang-lru/v2"

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

func (r *Repo) Plan(tenantID, code string, beta bool) (string, error) {
	key := "stable/" + code
	if beta {
		key = "beta/" + tenantID + "/" + code
	}
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	var v string
	var err error
	if beta {
		v, err = r.find(tenantID, code)
	} else {
		v, err = r.plan(code)
	}
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}
