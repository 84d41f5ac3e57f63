// groupcache: a loader that asks the context for nothing but a deadline, and
// logs the tenant.
package sink

import (
	"context"

	"example.com/keydeps/lib/tenant"
	"github.com/golang/groupcache"
)

func New(find func(ctx context.Context, id string) (string, error), log func(string)) *groupcache.Group {
	return groupcache.NewGroup("names", 1<<20, groupcache.GetterFunc(func(ctx context.Context, id string, dest groupcache.Sink) error {
		log("asked by " + string(tenant.FromContext(ctx)))
		name, err := find(ctx, id)
		if err != nil {
			return err
		}
		return dest.SetString(name)
	}))
}
