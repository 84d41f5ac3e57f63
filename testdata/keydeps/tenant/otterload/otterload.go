// otter: a loader as a function, and one as an object.
package otterload

import (
	"context"

	"github.com/maypok86/otter/v2"
)

type Repo struct {
	cache *otter.Cache[string, string]
	find  func(ctx context.Context, teamID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, teamID, id string) (string, error) {
	return r.cache.Get(ctx, id, otter.LoaderFunc[string, string](func(ctx context.Context, id string) (string, error) { // want `value cached under "\{id\}" depends on teamID`
		return r.find(ctx, teamID, id)
	}))
}

type loader struct {
	r      *Repo
	teamID string
}

func (l *loader) Load(ctx context.Context, id string) (string, error) {
	return l.r.find(ctx, l.teamID, id)
}

func (l *loader) Reload(ctx context.Context, id, old string) (string, error) { return l.Load(ctx, id) }

func (r *Repo) Title(ctx context.Context, teamID, id string) (string, error) {
	return r.cache.Get(ctx, id, &loader{r, teamID}) // want `value cached under "\{id\}" depends on teamID`
}
