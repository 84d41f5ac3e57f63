// The key has the result of a look-up, and so has the value.
package keyedbyresult

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type User struct{ ID, OrgID string }

type Repo struct {
	user  func(ctx context.Context, id string) (User, error)
	plan  func(orgID string) (string, error)
	cache *lru.Cache[string, string]
}

func (r *Repo) Plan(ctx context.Context, userID string) (string, error) {
	u, err := r.user(ctx, userID)
	if err != nil {
		return "", err
	}
	if v, ok := r.cache.Get(u.OrgID); ok {
		return v, nil
	}
	v, err := r.plan(u.OrgID)
	if err != nil {
		return "", err
	}
	r.cache.Add(u.OrgID, v)
	return v, nil
}
