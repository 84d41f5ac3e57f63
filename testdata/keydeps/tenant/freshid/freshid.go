// An id that is only sometimes a new one, or that says which row was created, does not tell tenants apart.
package freshid

import (
	"context"

	"github.com/redis/go-redis/v9"

	"example.com/keydeps/lib/ids"
)

type Service struct {
	rdb *redis.Client
	env func(ctx context.Context, tenantID, name string) (string, error)
}

func (s *Service) Env(ctx context.Context, tenantID, name string) error {
	v, err := s.env(ctx, tenantID, name)
	if err != nil {
		return err
	}
	if name == "" {
		name = ids.NewID()
	}
	return s.rdb.Set(ctx, "env:"+name, v, 0).Err() // want `value cached under "env:.*" depends on tenantID`
}

// Both halves of the key are the same name.
func (s *Service) Twice(ctx context.Context, tenantID, name string) error {
	v, err := s.env(ctx, tenantID, name)
	if err != nil {
		return err
	}
	for name == "" {
		name += "x"
	}
	return s.rdb.Set(ctx, "env:"+name+"/"+name, v, 0).Err() // want `depends on tenantID`
}

type Row struct{ Name string }

type Rows interface {
	CreateRow(ctx context.Context, tenantID, name string) (*Row, error)
}

func (s *Service) Created(ctx context.Context, rows Rows, tenantID, name string) error {
	row, err := rows.CreateRow(ctx, tenantID, name)
	if err != nil {
		return err
	}
	v, err := s.env(ctx, tenantID, name)
	if err != nil {
		return err
	}
	return s.rdb.Set(ctx, "row:"+row.Name, v, 0).Err() // want `depends on tenantID`
}

// A grid is no id, whatever its letters are.
func (s *Service) Board(ctx context.Context, tenantID string) error {
	v, err := s.env(ctx, tenantID, "board")
	if err != nil {
		return err
	}
	return s.rdb.Set(ctx, ids.NewGrid(), v, 0).Err() // want `depends on tenantID`
}
