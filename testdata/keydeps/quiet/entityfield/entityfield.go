// Fields of a struct that is keyed by its id.
package entityfield

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type User struct{ ID, Name, Team string }

type Repo struct {
	card  func(name, team string) string
	cache *lru.Cache[string, string]
}

func (r *Repo) Card(u *User) string {
	if v, ok := r.cache.Get(u.ID); ok {
		return v
	}
	v := r.card(u.Name, u.Team)
	r.cache.Add(u.ID, v)
	return v
}
