// The tenant is that of a user who is looked up first.
package rowtenant

import lru "github.com/hashicorp/golang-lru/v2"

type User struct{ ID, TenantID, Theme string }

type Repo struct {
	docs *lru.Cache[string, string]
	user func(id string) (*User, error)
	doc  func(tenantID, name string) (string, error)
}

func (r *Repo) Doc(userID, name string) (string, error) {
	u, err := r.user(userID)
	if err != nil {
		return "", err
	}
	if v, ok := r.docs.Get(name); ok {
		return v, nil
	}
	v, err := r.doc(u.TenantID, name)
	if err == nil {
		r.docs.Add(name, v) // want `depends on r.user\(userID\).TenantID`
	}
	return v, err
}
