// What stands under an id that was made just now is under no other value's key.
package freshid

import (
	"context"
	"encoding/json"

	"github.com/redis/go-redis/v9"

	"example.com/keydeps/lib/ids"
)

type Task struct{ ID, Name string }

type Tasks interface {
	PrepareCreate(ctx context.Context, projectID, name string) (*Task, error)
}

type Service struct {
	rdb   *redis.Client
	tasks Tasks
	env   func(ctx context.Context, projectID string) (map[string]string, error)
}

// The row whose id is the key was made by this call.
func (s *Service) Start(ctx context.Context, projectID, name string) error {
	env, err := s.env(ctx, projectID)
	if err != nil {
		return err
	}
	t, err := s.tasks.PrepareCreate(ctx, projectID, name)
	if err != nil {
		return err
	}
	b, err := json.Marshal(map[string]any{"task": t, "env": env})
	if err != nil {
		return err
	}
	return s.rdb.Set(ctx, "task:"+t.ID, b, 0).Err()
}

type chunk struct {
	ref  string
	rows []string
}

func newChunk() *chunk { return &chunk{ref: ids.NewID()} }

// Each turn of the loop that fills a chunk begins another one.
func (s *Service) Export(ctx context.Context, tenantID string, rows func(ctx context.Context, tenantID string) ([]string, error)) error {
	all, err := rows(ctx, tenantID)
	if err != nil {
		return err
	}
	c := newChunk()
	for _, r := range all {
		c.rows = append(c.rows, r)
		if len(c.rows) == 100 {
			if err := s.rdb.Set(ctx, "chunk:"+c.ref, c.rows, 0).Err(); err != nil {
				return err
			}
			c = newChunk()
		}
	}
	return s.rdb.Set(ctx, "chunk:"+c.ref, c.rows, 0).Err()
}
