// The key that a client sends for its payment, or that an issue has, is no key that the callers made for the cache.
package thingskey

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Payments struct {
	cache *lru.Cache[string, string]
	pay   func(ctx context.Context, tenantID string) (string, error)
	issue func(ctx context.Context, tenantID, key string) (string, error)
}

func (p *Payments) Pay(ctx context.Context, tenantID, idempotencyKey string) (string, error) {
	if r, ok := p.cache.Get("pay:" + idempotencyKey); ok {
		return r, nil
	}
	r, err := p.pay(ctx, tenantID)
	if err == nil {
		p.cache.Add("pay:"+idempotencyKey, r) // want `depends on tenantID`
	}
	return r, err
}

func (p *Payments) Issue(ctx context.Context, tenantID, issueKey string) (string, error) {
	if r, ok := p.cache.Get(issueKey); ok {
		return r, nil
	}
	r, err := p.issue(ctx, tenantID, issueKey)
	if err == nil {
		p.cache.Add(issueKey, r) // want `depends on tenantID`
	}
	return r, err
}
