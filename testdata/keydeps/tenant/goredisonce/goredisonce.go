// go-redis/cache: Once with an item.
package goredisonce

import (
	"context"
	"time"

	"github.com/go-redis/cache/v9"
)

type Repo struct {
	cache *cache.Cache
	find  func(ctx context.Context, customerID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, customerID, id string) (string, error) {
	var name string
	err := r.cache.Once(&cache.Item{ // want `value cached under "name:\{id\}" depends on customerID`
		Ctx: ctx, Key: "name:" + id, Value: &name, TTL: time.Hour,
		Do: func(*cache.Item) (any, error) { return r.find(ctx, customerID, id) },
	})
	return name, err
}
