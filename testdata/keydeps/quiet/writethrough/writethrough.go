// A row is written to the database and, as it is, to the cache.
package writethrough

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Snapshot struct {
	ID, SourceID, WorkspaceID string
	Body                      []byte
}

type Repo struct {
	cache  *lru.Cache[string, *Snapshot]
	insert func(ctx context.Context, sourceID, workspaceID string, body []byte) (string, error)
}

func (r *Repo) Insert(ctx context.Context, sourceID, workspaceID string, body []byte) (*Snapshot, error) {
	s := &Snapshot{SourceID: sourceID, WorkspaceID: workspaceID, Body: body}
	id, err := r.db().InsertSnapshot(ctx, s)
	if err != nil {
		return nil, err
	}
	s.ID = id
	r.cache.Add(sourceID, s)
	return s, nil
}

type db interface {
	InsertSnapshot(ctx context.Context, s *Snapshot) (string, error)
}

func (r *Repo) db() db { return nil }
