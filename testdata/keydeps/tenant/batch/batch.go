// A batch: what is missing is loaded and stored under its id alone.
package batch

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	names func(storeID string, ids []string) (map[string]string, error)
}

func (r *Repo) Names(storeID string, ids []string) (map[string]string, error) {
	out := map[string]string{}
	var missing []string
	for _, id := range ids {
		if v, ok := r.cache.Get(id); ok {
			out[id] = v
			continue
		}
		missing = append(missing, id)
	}
	got, err := r.names(storeID, missing)
	if err != nil {
		return nil, err
	}
	for id, v := range got {
		r.cache.Add(id, v)
		out[id] = v
	}
	for _, id := range missing {
		r.cache.Add("n:"+id, got[id]) // want `depends on storeID`
	}
	return out, nil
}
