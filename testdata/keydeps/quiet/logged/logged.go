// A request id and a trace are logged on the way.
package logged

import (
	"context"
	"log/slog"

	"golang.org/x/sync/singleflight"
)

type Repo struct {
	load func(ctx context.Context, id, requestID string) (string, error)
	g    singleflight.Group
	log  *slog.Logger
}

func (r *Repo) Get(ctx context.Context, id, requestID string) (any, error) {
	v, err, _ := r.g.Do(id, func() (any, error) {
		r.log.Info("load", "request", requestID)
		return r.load(ctx, id, requestID)
	})
	return v, err
}
