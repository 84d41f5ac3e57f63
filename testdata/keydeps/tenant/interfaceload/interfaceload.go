// A cache behind an interface without a visible body: its form says that it gets or loads.
package interfaceload

import (
	"context"
)

type Cache interface {
	GetOrLoad(ctx context.Context, key string, load func(context.Context) (any, error)) (any, error)
}

type Repo struct {
	c Cache
	q func(ctx context.Context, teamID, id string) (any, error)
}

func (r *Repo) Get(ctx context.Context, teamID, id string) (any, error) {
	return r.c.GetOrLoad(ctx, "x:"+id, func(ctx context.Context) (any, error) { // want `value cached under "x:\{id\}" depends on teamID`
		return r.q(ctx, teamID, id)
	})
}
