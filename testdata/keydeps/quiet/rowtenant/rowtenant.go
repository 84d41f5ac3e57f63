// The tenant of a user who is looked up first is in the key, or is only compared.
package rowtenant

import (
	"errors"

	lru "github.com/hashicorp/golang-lru/v2"
)

type User struct{ ID, TenantID string }

type Doc struct{ TenantID, Text string }

type Repo struct {
	docs *lru.Cache[string, string]
	byID *lru.Cache[string, *Doc]
	user func(id string) (*User, error)
	doc  func(tenantID, name string) (string, error)
	find func(id string) (*Doc, error)
}

func (r *Repo) Doc(userID, name string) (string, error) {
	u, err := r.user(userID)
	if err != nil {
		return "", err
	}
	key := u.TenantID + "/" + name
	if v, ok := r.docs.Get(key); ok {
		return v, nil
	}
	v, err := r.doc(u.TenantID, name)
	if err == nil {
		r.docs.Add(key, v)
	}
	return v, err
}

func (r *Repo) ByID(userID, docID string) (*Doc, error) {
	u, err := r.user(userID)
	if err != nil {
		return nil, err
	}
	d, ok := r.byID.Get(docID)
	if !ok {
		if d, err = r.find(docID); err != nil {
			return nil, err
		}
		r.byID.Add(docID, d)
	}
	if d.TenantID != u.TenantID {
		return nil, errors.New("forbidden")
	}
	return d, nil
}
