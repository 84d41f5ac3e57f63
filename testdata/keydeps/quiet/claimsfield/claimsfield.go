// One field of the claims is in the key, another only decides whether the caller is let in.
package claimsfield

import (
	"context"
	"errors"

	"example.com/keydeps/lib/claims"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(org, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, id string) (string, error) {
	c := claims.FromContext(ctx)
	if c == nil || c.Role != "reader" {
		return "", errors.New("forbidden for " + c.Subject)
	}
	key := c.OrgID + "/" + id
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	v, err := r.find(c.OrgID, id)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}
