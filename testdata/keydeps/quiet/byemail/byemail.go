// The row was found by something else, and is kept under its id.
package byemail

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type User struct{ ID, Email string }

type Repo struct {
	find  func(tenantID, email string) (*User, error)
	cache *lru.Cache[string, *User]
}

func (r *Repo) ByEmail(tenantID, email string) (*User, error) {
	u, err := r.find(tenantID, email)
	if err != nil {
		return nil, err
	}
	r.cache.Add(u.ID, u)
	return u, nil
}
