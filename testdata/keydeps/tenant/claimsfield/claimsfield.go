// A field of the claims that another package takes out of the context.
package claimsfield

import (
	"context"

	"example.com/keydeps/lib/claims"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(org, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, id string) (string, error) {
	if v, ok := r.cache.Get(id); ok {
		return v, nil
	}
	c := claims.FromContext(ctx)
	v, err := r.find(c.OrgID, id)
	if err == nil {
		r.cache.Add(id, v) // want `depends on claims.FromContext\(ctx\).OrgID`
	}
	return v, err
}
