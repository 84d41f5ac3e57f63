// rueidisaside: what Redis does not have is made for one tenant, and kept for all.
package aside

import (
	"context"
	"time"

	"github.com/redis/rueidis/rueidisaside"
)

type Repo struct {
	cache rueidisaside.CacheAsideClient
	find  func(ctx context.Context, tenantID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, tenantID, id string) (string, error) {
	return r.cache.Get(ctx, time.Minute, "name:"+id, func(ctx context.Context, _ string) (string, error) { // want `value cached under "name:\{id\}" depends on tenantID`
		return r.find(ctx, tenantID, id)
	})
}
