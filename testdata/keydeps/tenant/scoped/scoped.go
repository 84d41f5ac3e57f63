// A database handle that is scoped to a tenant first.
package scoped

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type DB struct{ conds []any }

func (d *DB) Where(q string, args ...any) *DB {
	e := *d
	e.conds = append(e.conds, q, args)
	return &e
}

func (d *DB) First(dest any, id string) error { return exec(d.conds, dest, id) }

var exec func(conds []any, dest any, id string) error

type User struct{ Name string }

type Repo struct {
	db    *DB
	cache *lru.Cache[string, *User]
}

func (r *Repo) User(tenantID, id string) (*User, error) {
	if u, ok := r.cache.Get(id); ok {
		return u, nil
	}
	var u User
	if err := r.db.Where("tenant_id = ?", tenantID).First(&u, id); err != nil {
		return nil, err
	}
	r.cache.Add(id, &u) // want `value cached under "\{id\}" depends on tenantID`
	return &u, nil
}
