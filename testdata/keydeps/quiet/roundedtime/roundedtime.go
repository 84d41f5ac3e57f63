// The key has the hour of a time that the query has in full.
package roundedtime

import (
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, int]
	count func(tenantID string, until time.Time) (int, error)
}

func (r *Repo) Count(tenantID string, until time.Time) (int, error) {
	key := tenantID + "@" + until.Truncate(time.Hour).Format(time.RFC3339)
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	v, err := r.count(tenantID, until)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}
