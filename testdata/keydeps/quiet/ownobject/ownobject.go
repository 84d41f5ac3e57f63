// The cache lives inside one tenant's object: nobody else has it.
package ownobject

import (
	"database/sql"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Tenant struct {
	tenantID string
	mu       sync.Mutex
	names    map[string]string
	cache    *lru.Cache[string, string]
	db       *sql.DB
}

func New(tenantID string, db *sql.DB) (*Tenant, error) {
	c, err := lru.New[string, string](100)
	if err != nil {
		return nil, err
	}
	return &Tenant{tenantID: tenantID, db: db, cache: c, names: map[string]string{}}, nil
}

func (t *Tenant) load(id string) (v string, err error) {
	err = t.db.QueryRow("SELECT name FROM t WHERE tenant = $1 AND id = $2", t.tenantID, id).Scan(&v)
	return v, err
}

func (t *Tenant) Name(id string) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if v, ok := t.names[id]; ok {
		return v, nil
	}
	v, err := t.load(id)
	if err != nil {
		return "", err
	}
	t.names[id] = v
	return v, nil
}

func (t *Tenant) Cached(id string) (string, error) {
	if v, ok := t.cache.Get(id); ok {
		return v, nil
	}
	v, err := t.load(id)
	if err == nil {
		t.cache.Add(id, v)
	}
	return v, err
}
