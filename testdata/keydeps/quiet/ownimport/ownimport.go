// An import is made for one tenant, and so is its map; that the look-up takes
// the tenant out of the context changes nothing.
package ownimport

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
)

type Import struct {
	TenantID tenant.ID
	plans    map[string]string
	db       *sql.DB
}

func New(id tenant.ID, db *sql.DB) *Import {
	return &Import{TenantID: id, plans: map[string]string{}, db: db}
}

func (i *Import) plan(ctx context.Context, code string) (string, error) {
	if p, ok := i.plans[code]; ok {
		return p, nil
	}
	var p string
	err := i.db.QueryRowContext(ctx, "SELECT id FROM plans WHERE tenant = $1 AND code = $2", tenant.FromContext(ctx), code).Scan(&p)
	if err != nil {
		return "", err
	}
	i.plans[code] = p
	return p, nil
}

func (i *Import) Run(ctx context.Context, codes []string) error {
	for _, c := range codes {
		if _, err := i.plan(ctx, c); err != nil {
			return err
		}
	}
	return nil
}
