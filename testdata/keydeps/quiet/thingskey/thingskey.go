// A key of the cache is what the callers put together.
package thingskey

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Payments struct {
	cache *lru.Cache[string, string]
	find  func(ctx context.Context, tenantID, id string) (string, error)
}

func (p *Payments) get(ctx context.Context, cacheKey, tenantID, id string) (string, error) {
	if r, ok := p.cache.Get(cacheKey); ok {
		return r, nil
	}
	r, err := p.find(ctx, tenantID, id)
	if err == nil {
		p.cache.Add(cacheKey, r)
	}
	return r, err
}

func (p *Payments) Get(ctx context.Context, tenantID, id string) (string, error) {
	return p.get(ctx, tenantID+"/"+id, tenantID, id)
}
