// The loader is a method value: its receiver carries the tenant.
package methodvalue

import (
	"database/sql"

	"golang.org/x/sync/singleflight"
)

type request struct {
	tenantID string
	db       *sql.DB
}

func (q *request) load() (any, error) {
	var s string
	err := q.db.QueryRow("SELECT s FROM settings WHERE tenant = $1", q.tenantID).Scan(&s)
	return s, err
}

var group singleflight.Group

func Settings(db *sql.DB, tenantID string, section string) (any, error) {
	q := &request{tenantID: tenantID, db: db}
	v, err, _ := group.Do("settings:"+section, q.load) // want `depends on tenantID`
	return v, err
}
