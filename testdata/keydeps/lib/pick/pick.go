// Package pick uses some of what it is given.
package pick

import (
	"database/sql"
)

type Row struct{ ID, Name string }

// Country needs no tenant: the parameter is for the log.
func Country(db *sql.DB, tenantID, code string, log func(string)) (string, error) {
	log(tenantID)
	var name string
	err := db.QueryRow("SELECT name FROM country WHERE code = $1", code).Scan(&name)
	return name, err
}

// Plan needs the tenant.
func Plan(db *sql.DB, tenantID, code string) (string, error) {
	var name string
	err := db.QueryRow("SELECT name FROM plan WHERE tenant_id = $1 AND code = $2", tenantID, code).Scan(&name)
	return name, err
}

// Build puts a row together.
func Build(id, name, tenantID string) Row {
	if tenantID == "" {
		panic("no tenant")
	}
	return Row{ID: id, Name: name}
}
