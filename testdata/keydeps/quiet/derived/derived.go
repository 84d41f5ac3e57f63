// What is looked up by what the key has is decided by it.
package derived

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	org   func(slug string) (string, error)
	plan  func(orgID string) (string, error)
	cache *lru.Cache[string, string]
}

func (r *Repo) Plan(slug string) (string, error) {
	if v, ok := r.cache.Get(slug); ok {
		return v, nil
	}
	orgID, err := r.org(slug)
	if err != nil {
		return "", err
	}
	v, err := r.plan(orgID)
	if err != nil {
		return "", err
	}
	r.cache.Add(slug, v)
	return v, nil
}
