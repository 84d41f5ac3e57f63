// Package store reads and writes the service's tables. Every query of a
// tenant's rows is scoped by tenant_id.
package store

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"time"

	"example.com/projects/tenant"
)

//go:embed schema.sql
var schema string

// A Store is the service's database.
type Store struct {
	db *sql.DB
}

// Open returns a store on db, whose tables it makes if they are not there.
func Open(ctx context.Context, db *sql.DB) (*Store, error) {
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return nil, err
	}
	return &Store{db: db}, nil
}

// ErrNotFound says that the tenant has no such row. It is an error, so that no
// caller takes it for a value and caches it.
var ErrNotFound = errors.New("not found")

// A Project is a row of projects.
type Project struct {
	ID     int64  `json:"id"`
	Name   string `json:"name"`
	Budget int64  `json:"budget"`
}

// Project returns a project of the tenant.
func (s *Store) Project(ctx context.Context, tenantID tenant.ID, projectID int64) (*Project, error) {
	var p Project
	err := s.db.QueryRowContext(ctx,
		`SELECT id, name, budget FROM projects WHERE tenant_id = $1 AND id = $2`,
		tenantID, projectID).Scan(&p.ID, &p.Name, &p.Budget)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	return &p, nil
}

// RenameProject gives a project of the tenant another name.
func (s *Store) RenameProject(ctx context.Context, tenantID tenant.ID, projectID int64, name string) error {
	_, err := s.db.ExecContext(ctx,
		`UPDATE projects SET name = $3 WHERE tenant_id = $1 AND id = $2`,
		tenantID, projectID, name)
	return err
}

// A Member is a row of members.
type Member struct {
	ID    int64  `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
}

// Member returns a member of the tenant.
func (s *Store) Member(ctx context.Context, tenantID tenant.ID, memberID int64) (*Member, error) {
	var m Member
	err := s.db.QueryRowContext(ctx,
		`SELECT id, name, email FROM members WHERE tenant_id = $1 AND id = $2`,
		tenantID, memberID).Scan(&m.ID, &m.Name, &m.Email)
	return &m, err
}

// A Report is what a project's members have worked on it.
type Report struct {
	Minutes int64 `json:"minutes"`
	Members int64 `json:"members"`
}

// Report returns the sum of a project's hours over the days from first to last.
func (s *Store) Report(ctx context.Context, tenantID tenant.ID, projectID int64, first, last time.Time) (*Report, error) {
	var r Report
	err := s.db.QueryRowContext(ctx,
		`SELECT COALESCE(SUM(minutes), 0), COUNT(DISTINCT member_id) FROM hours
		 WHERE tenant_id = $1 AND project_id = $2 AND day BETWEEN $3 AND $4`,
		tenantID, projectID, first, last).Scan(&r.Minutes, &r.Members)
	return &r, err
}

// A Plan is a row of plans: the price list is the same for every tenant.
type Plan struct {
	Code  string `json:"code"`
	Cents int64  `json:"cents"`
}

// Plan returns a price plan.
func (s *Store) Plan(ctx context.Context, code string) (*Plan, error) {
	var p Plan
	err := s.db.QueryRowContext(ctx,
		`SELECT code, cents FROM plans WHERE code = $1`, code).Scan(&p.Code, &p.Cents)
	return &p, err
}
