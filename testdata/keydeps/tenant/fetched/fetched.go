// ccache: a fetch of a layered cache, whose two keys both lack the tenant.
package fetched

import (
	"time"

	"github.com/karlseguin/ccache/v3"
)

type Repo struct {
	cache *ccache.LayeredCache[string]
	find  func(tenantID, id string) (string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	item, err := r.cache.Fetch("names", id, time.Minute, func() (string, error) { // want `value cached under "names,\{id\}" depends on tenantID`
		return r.find(tenantID, id)
	})
	if err != nil {
		return "", err
	}
	return item.Value(), nil
}
