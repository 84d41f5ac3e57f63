// Package iface has an interface whose implementation takes the tenant out of the context.
package iface

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
)

type Plans interface {
	Plan(ctx context.Context, id string) (string, error)
}

type plans struct{ db *sql.DB }

func NewPlans(db *sql.DB) Plans { return &plans{db} }

func (p *plans) Plan(ctx context.Context, id string) (string, error) {
	var s string
	err := p.db.QueryRowContext(ctx, "SELECT plan FROM sub WHERE tenant = $1 AND id = $2", string(tenant.FromContext(ctx)), id).Scan(&s)
	return s, err
}
