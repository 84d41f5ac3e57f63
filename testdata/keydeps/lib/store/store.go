// Package store is a repository that takes the tenant out of the context, and one that does not.
package store

import (
	"context"
	"database/sql"

	"example.com/keydeps/lib/tenant"
)

type Project struct {
	ID   int
	Name string
}

type Store struct{ DB *sql.DB }

func (s *Store) Project(ctx context.Context, id int) (*Project, error) {
	var p Project
	err := s.DB.QueryRowContext(ctx, "SELECT id, name FROM project WHERE tenant_id = $1 AND id = $2", string(tenant.FromContext(ctx)), id).Scan(&p.ID, &p.Name)
	if err != nil {
		return nil, err
	}
	return &p, nil
}

func (s *Store) Country(ctx context.Context, code string) (string, error) {
	var name string
	err := s.DB.QueryRowContext(ctx, "SELECT name FROM country WHERE code = $1", code).Scan(&name)
	return name, err
}
