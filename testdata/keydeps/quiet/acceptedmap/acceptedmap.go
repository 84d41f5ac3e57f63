// What a map keeps is said to be the same for every tenant.
package acceptedmap

import "database/sql"

var names = map[string]string{}

func Name(db *sql.DB, tenantID, id string) (name string, err error) {
	if name, ok := names[id]; ok {
		return name, nil
	}
	err = db.QueryRow("SELECT name FROM unit WHERE tenant_id = $1 AND id = $2", tenantID, id).Scan(&name)
	if err == nil {
		names[id] = name //tenantkey:global every tenant has a copy of the same units
	}
	return name, err
}
