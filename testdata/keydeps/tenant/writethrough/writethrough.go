// A value that was looked up by the tenant is put there without having been looked for.
package writethrough

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(ctx context.Context, workspaceID, source string) (string, error)
}

func (r *Repo) Warm(ctx context.Context, source, workspaceID string) error {
	s, err := r.find(ctx, workspaceID, source)
	if err != nil {
		return err
	}
	r.cache.Add(source, s) // want `depends on workspaceID`
	return nil
}
