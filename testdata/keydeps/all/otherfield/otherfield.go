// The key has a field of a user, the value is looked up by another one that it does not decide.
package otherfield

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type User struct{ ID, OrgSlug, Plan string }

type Repo struct {
	user  func(id string) (User, error)
	price func(plan string) (int, error)
	cache *lru.Cache[string, int]
}

func (r *Repo) Price(id string) (int, error) {
	u, err := r.user(id)
	if err != nil {
		return 0, err
	}
	key := "price:" + u.OrgSlug // want `depends on id`
	if n, ok := r.cache.Get(key); ok {
		return n, nil
	}
	n, err := r.price(u.Plan)
	if err != nil {
		return 0, err
	}
	r.cache.Add(key, n)
	return n, nil
}
