// The tenant comes from the claims in a request's context.
package claims

import (
	"context"
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenant, id string) (string, error)
}

type claims struct{ Tenant, Subject string }

type claimsKey struct{}

func claimsOf(ctx context.Context) *claims {
	c, _ := ctx.Value(claimsKey{}).(*claims)
	return c
}

func (r *Repo) Handler(w http.ResponseWriter, req *http.Request) {
	id := req.PathValue("id") // want `depends on claimsOf\(req.Context\(\)\).Tenant`
	v, ok := r.cache.Get(id)
	if !ok {
		var err error
		if v, err = r.find(claimsOf(req.Context()).Tenant, id); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		r.cache.Add(id, v)
	}
	_, _ = w.Write([]byte(v))
}
