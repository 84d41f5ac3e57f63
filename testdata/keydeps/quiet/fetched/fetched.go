// ccache: the tenant is one of the two keys of a layered cache, or the name of
// the part of it that the key is in.
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
	item, err := r.cache.Fetch(tenantID, id, time.Minute, func() (string, error) { return r.find(tenantID, id) })
	if err != nil {
		return "", err
	}
	return item.Value(), nil
}

func (r *Repo) Kept(tenantID, id string) (string, error) {
	part := r.cache.GetOrCreateSecondaryCache(tenantID)
	if item := part.Get(id); item != nil {
		return item.Value(), nil
	}
	name, err := r.find(tenantID, id)
	if err != nil {
		return "", err
	}
	part.Set(id, name, time.Minute)
	return name, nil
}
