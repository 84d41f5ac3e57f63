// hot: the loaders of a look-up ask for the tenant that the key has, or for none.
package loaders

import "github.com/samber/hot"

type Repo struct {
	cache *hot.HotCache[string, string]
	find  func(tenantID string, ids []string) (map[string]string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	load := func(ids []string) (map[string]string, error) { return r.find(tenantID, ids) }
	name, _, err := r.cache.GetWithLoaders(tenantID+":"+id, load)
	return name, err
}

func New(all map[string]string) *hot.HotCache[string, string] {
	return hot.NewHotCache[string, string](hot.LRU, 100).WithLoaders(func(ids []string) (map[string]string, error) {
		found := make(map[string]string)
		for _, id := range ids {
			found[id] = all[id]
		}
		return found, nil
	}).Build()
}
