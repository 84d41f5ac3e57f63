// Package fill hands its results out through parameters.
package fill

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
)

type Project struct{ ID, Name string }

type Queries struct{ DB *sql.DB }

// Project looks a project of a tenant up.
func (q *Queries) Project(ctx context.Context, p *Project, tenantID, id string) error {
	return q.DB.QueryRowContext(ctx, "SELECT id, name FROM project WHERE tenant_id = $1 AND id = $2", tenantID, id).Scan(&p.ID, &p.Name)
}

// Own looks a project of the caller's tenant up.
func (q *Queries) Own(ctx context.Context, id string, p *Project) error {
	return q.DB.QueryRowContext(ctx, "SELECT id, name FROM project WHERE tenant_id = $1 AND id = $2", string(tenant.FromContext(ctx)), id).Scan(&p.ID, &p.Name)
}

// Country looks a country up, for the log of a tenant.
func (q *Queries) Country(ctx context.Context, log func(string), tenantID, code string, name *string) error {
	log(tenantID)
	return q.DB.QueryRowContext(ctx, "SELECT name FROM country WHERE code = $1", code).Scan(name)
}
