// The tenant is used three calls down.
package deepload

import (
	"database/sql"

	"golang.org/x/sync/singleflight"
)

type Repo struct {
	db *sql.DB
	g  singleflight.Group
}

func (r *Repo) row(tenantID, id string) *sql.Row {
	return r.db.QueryRow("SELECT n FROM t WHERE tenant = $1 AND id = $2", tenantID, id)
}

func (r *Repo) scan(tenantID, id string, n *int) error { return r.row(tenantID, id).Scan(n) }

func (r *Repo) fetch(tenantID, id string) (n int, err error) {
	err = r.scan(tenantID, id, &n)
	return
}

func (r *Repo) Get(tenantID, id string) (any, error) {
	v, err, _ := r.g.Do(id, func() (any, error) { return r.fetch(tenantID, id) }) // want `value cached under "\{id\}" depends on tenantID \(deepload.go:27\)`
	return v, err
}
