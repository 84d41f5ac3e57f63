// An interface of another package, whose implementation there takes the tenant out of the context.
package ifaceresult

import (
	"context"

	"example.com/keydeps/lib/iface"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	plans iface.Plans
	cache *lru.Cache[string, string]
}

func (r *Repo) Plan(ctx context.Context, id string) (string, error) {
	if s, ok := r.cache.Get(id); ok {
		return s, nil
	}
	s, err := r.plans.Plan(ctx, id)
	if err == nil {
		r.cache.Add(id, s) // want `value cached under "\{id\}" depends on tenant.FromContext\(ctx\)`
	}
	return s, err
}
