// A generic repository behind a generic cache.
package genericrepo

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Entity interface{ GetID() string }

type Finder[T Entity] interface {
	Find(ctx context.Context, tenantID, id string) (T, error)
}

type Cached[T Entity] struct {
	next  Finder[T]
	cache *lru.Cache[string, T]
}

func (c *Cached[T]) Find(ctx context.Context, tenantID, id string) (T, error) {
	if v, ok := c.cache.Get(id); ok {
		return v, nil
	}
	v, err := c.next.Find(ctx, tenantID, id)
	if err != nil {
		var zero T
		return zero, err
	}
	c.cache.Add(v.GetID(), v) // want `depends on tenantID`
	c.cache.Add(id, v)        // want `value cached under "\{id\}" depends on tenantID`
	return v, nil
}
