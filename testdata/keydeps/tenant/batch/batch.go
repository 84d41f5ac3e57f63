// sturdyc: a batch is fetched for one tenant, and kept under the ids alone.
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
	return r.cache.GetOrFetchBatch(ctx, ids, r.cache.BatchKeyFn("name"), fetch) // want `value cached under "name-ID-\{.*\}" depends on tenantID`
}

func (r *Repo) Titles(ctx context.Context, tenantID string, ids []string) (map[string]string, error) {
	titled := func(id string) string { return "title:" + id } // want `value cached under "title:\{.*\}" depends on tenantID`
	return sturdyc.GetOrFetchBatch(ctx, r.cache, ids, titled, func(ctx context.Context, ids []string) (map[string]string, error) {
		return r.find(ctx, tenantID, ids)
	})
}
