// Many keys are looked up at once, and what is missing is made at once. The
// keys are in a list, none of them has the tenant.
package manykeys

import "context"

type Cache interface {
	GetOrLoadMany(ctx context.Context, keys []string, load func(ctx context.Context, keys []string) (map[string]string, error)) (map[string]string, error)
}

type Repo struct {
	cache Cache
	names func(ctx context.Context, tenantID string, ids []string) (map[string]string, error)
}

func (r *Repo) Names(ctx context.Context, tenantID string, ids []string) (map[string]string, error) {
	keys := make([]string, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, "name:"+id)
	}
	return r.cache.GetOrLoadMany(ctx, keys, func(ctx context.Context, _ []string) (map[string]string, error) { // want `depends on tenantID`
		return r.names(ctx, tenantID, ids)
	})
}
