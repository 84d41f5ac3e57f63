// hot: a look-up is given its loaders, one of which asks for one tenant.
package loaders

import "github.com/samber/hot"

type Repo struct {
	cache *hot.HotCache[string, string]
	known func(ids []string) (map[string]string, error)
	find  func(tenantID string, ids []string) (map[string]string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	load := func(ids []string) (map[string]string, error) { return r.find(tenantID, ids) }
	name, _, err := r.cache.GetWithLoaders("name:"+id, r.known, load) // want `value cached under "name:\{id\}" depends on tenantID`
	return name, err
}
