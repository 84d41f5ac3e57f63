// Package missing sets values in a store that only the registry knows, under keys without the tenant.
package missing

import (
	"context"
	"database/sql"
	"time"

	"example.com/rules/stores"
)

func project(ctx context.Context, db *sql.DB, c stores.Cache, tenantID, id string) error {
	var name string
	if err := db.QueryRowContext(ctx, "SELECT name FROM project WHERE tenant_id = $1 AND id = $2", tenantID, id).Scan(&name); err != nil {
		return err
	}
	c.Put(ctx, "project:"+id, name, time.Hour) // want `^cache key "project:{id}" has no tenant segment: add {tenant_id}, or register the key as global; the cached value depends on tenantID$`
	return nil
}
