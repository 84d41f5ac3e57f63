// groupcache: the group is made with a loader, which puts what it found into a
// sink and takes the tenant out of the context of each Get.
package sink

import (
	"context"

	"example.com/keydeps/lib/tenant"
	"github.com/golang/groupcache"
)

func New(find func(ctx context.Context, tenantID, id string) (string, error)) *groupcache.Group {
	return groupcache.NewGroup("names", 1<<20, groupcache.GetterFunc(func(ctx context.Context, id string, dest groupcache.Sink) error { // want `value cached under "\{id\}" depends on tenant.FromContext\(ctx\)`
		name, err := find(ctx, string(tenant.FromContext(ctx)), id)
		if err != nil {
			return err
		}
		return dest.SetString(name)
	}))
}
