// ttlcache: a loader that is given to one Get.
package optionloader

import (
	"github.com/jellydator/ttlcache/v3"
)

type Repo struct {
	cache *ttlcache.Cache[string, string]
	find  func(tenantID, id string) string
}

func (r *Repo) Name(tenantID, id string) string {
	load := ttlcache.LoaderFunc[string, string](func(c *ttlcache.Cache[string, string], key string) *ttlcache.Item[string, string] {
		return c.Set(key, r.find(tenantID, key), ttlcache.DefaultTTL)
	})
	item := r.cache.Get(id, ttlcache.WithLoader[string, string](load)) // want `value cached under "\{id\}" depends on tenantID`
	return item.Value()
}
