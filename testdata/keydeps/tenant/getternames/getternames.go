// The other field of the same caller, or none of them, is in the key.
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
	return r.load(p.Name+"/"+id, p.Organization(), id) // want `depends on principal.From\(ctx\).OrgID`
}

func (r *Repo) Built(ctx context.Context, id string) (string, error) {
	p := principal.From(ctx)
	return r.load(keymaker.New("doc").Add(id).String(), p.OrgID, id) // want `depends on principal.From\(ctx\).OrgID`
}

func (r *Repo) Constant(ctx context.Context, id string) (string, error) {
	return r.load("doc/"+id, principal.Of(ctx), id) // want `depends on principal.Of\(ctx\)`
}
