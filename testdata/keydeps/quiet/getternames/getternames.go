// A method of another package hands out a field by another name, and a builder of another package makes the key.
package getternames

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"

	"example.com/keydeps/lib/keymaker"
	"example.com/keydeps/lib/principal"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(orgID, id string) (string, error)
}

func (r *Repo) load(key, orgID, id string) (string, error) {
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	v, err := r.find(orgID, id)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}

func (r *Repo) Joined(ctx context.Context, id string) (string, error) {
	p := principal.From(ctx)
	return r.load(p.Organization()+"/"+id, p.OrgID, id)
}

func (r *Repo) Built(ctx context.Context, id string) (string, error) {
	p := principal.From(ctx)
	return r.load(keymaker.New("doc").Add(p.Organization()).Add(id).String(), p.OrgID, id)
}

func (r *Repo) Constant(ctx context.Context, id string) (string, error) {
	return r.load(principal.Of(ctx)+"/"+id, principal.Of(ctx), id)
}
