// A row is put under its key when it was created: nobody had that key before.
package created

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Project struct{ ResourceID, Workspace, Setting string }

type Store struct {
	cache   *lru.Cache[string, *Project]
	insert  func(ctx context.Context, p *Project) error
	setting func(ctx context.Context, workspaceID string) (string, error)
}

func (s *Store) CreateProject(ctx context.Context, create *Project) (*Project, error) {
	p := &Project{ResourceID: create.ResourceID, Workspace: create.Workspace, Setting: create.Setting}
	if err := s.insert(ctx, p); err != nil {
		return nil, err
	}
	s.cache.Add(p.ResourceID, p)
	return p, nil
}

func (s *Store) New(ctx context.Context, workspaceID, id string) (*Project, error) {
	setting, err := s.setting(ctx, workspaceID)
	if err != nil {
		return nil, err
	}
	return s.CreateProject(ctx, &Project{ResourceID: id, Workspace: workspaceID, Setting: setting})
}

// CreateOrder has an order in its name, not a second way.
func (s *Store) CreateOrder(ctx context.Context, workspaceID, id string) (*Project, error) {
	setting, err := s.setting(ctx, workspaceID)
	if err != nil {
		return nil, err
	}
	o := &Project{ResourceID: id, Workspace: workspaceID, Setting: setting}
	if err := s.insert(ctx, o); err != nil {
		return nil, err
	}
	s.cache.Add(id, o)
	return o, nil
}
