// sturdyc: the function that makes the keys of a batch has the tenant.
package batch

import (
	"context"

	"github.com/viccon/sturdyc"
)

type Repo struct {
	cache *sturdyc.Client[string]
	find  func(ctx context.Context, tenantID string, ids []string) (map[string]string, error)
}

func (r *Repo) Names(ctx context.Context, tenantID string, ids []string) (map[string]string, error) {
	fetch := func(ctx context.Context, ids []string) (map[string]string, error) { return r.find(ctx, tenantID, ids) }
	return r.cache.GetOrFetchBatch(ctx, ids, r.cache.BatchKeyFn("name-"+tenantID), fetch)
}

func (r *Repo) Titles(ctx context.Context, tenantID string, ids []string) (map[string]string, error) {
	titled := func(id string) string { return tenantID + ":title:" + id }
	return sturdyc.GetOrFetchBatch(ctx, r.cache, ids, titled, func(ctx context.Context, ids []string) (map[string]string, error) {
		return r.find(ctx, tenantID, ids)
	})
}
