// gocache: a cache is made with a loader, which takes the tenant out of the
// context of each Get.
package loadable

import (
	"context"

	"example.com/keydeps/lib/tenant"
	"github.com/eko/gocache/lib/v4/cache"
	"github.com/eko/gocache/lib/v4/store"
)

func New(names cache.SetterCacheInterface[string], find func(ctx context.Context, tenantID, id string) (string, error)) *cache.LoadableCache[string] {
	load := func(ctx context.Context, key any) (string, []store.Option, error) {
		name, err := find(ctx, string(tenant.FromContext(ctx)), key.(string))
		return name, nil, err
	}
	return cache.NewLoadable[string](load, names) // want `value cached under "\{key\}" depends on tenant.FromContext\(ctx\)`
}
