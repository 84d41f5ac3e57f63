// Every tenant of a list is warmed, each under its own key.
package looped

import lru "github.com/hashicorp/golang-lru/v2"

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

func (r *Repo) Warm(tenantIDs, ids []string) error {
	for _, tenantID := range tenantIDs {
		for _, id := range ids {
			v, err := r.find(tenantID, id)
			if err != nil {
				return err
			}
			r.cache.Add(tenantID+"/"+id, v)
		}
	}
	return nil
}
