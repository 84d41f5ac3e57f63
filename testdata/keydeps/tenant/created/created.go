// A row that is got or created has been another's, and one that is updated is the one of its tenant.
package created

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Store struct {
	cache  *lru.Cache[string, string]
	insert func(ctx context.Context, workspaceID, name string) (string, error)
	rename func(ctx context.Context, workspaceID, name string) error
	find   func(ctx context.Context, workspaceID, name string) (string, error)
}

func (s *Store) GetOrCreate(ctx context.Context, workspaceID, name string) (string, error) {
	if id, ok := s.cache.Get(name); ok {
		return id, nil
	}
	id, err := s.insert(ctx, workspaceID, name)
	if err == nil {
		s.cache.Add(name, id) // want `depends on workspaceID`
	}
	return id, err
}

func (s *Store) Rename(ctx context.Context, workspaceID, name string) error {
	if err := s.rename(ctx, workspaceID, name); err != nil {
		return err
	}
	id, err := s.find(ctx, workspaceID, name)
	if err == nil {
		s.cache.Add(name, id) // want `depends on workspaceID`
	}
	return err
}
