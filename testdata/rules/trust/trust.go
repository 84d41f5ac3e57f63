// Package trust takes the tenant from where it can be had.
package trust

import (
	"context"
	"errors"
	"net/http"

	"github.com/redis/go-redis/v9"

	"example.com/rules/tenant"
)

type server struct{ rdb *redis.Client }

func (s *server) header(w http.ResponseWriter, r *http.Request) {
	tenantID := r.Header.Get("X-Tenant-ID")
	s.rdb.Get(r.Context(), "project:"+tenantID+":"+r.PathValue("id")) // want `^the tenant in cache key "project:{tenantID}:{.*}" is taken straight from the request \(tenantID\), whose sender can name another tenant: use the tenant of the authenticated caller$`
}

func (s *server) parameters(w http.ResponseWriter, r *http.Request) {
	s.rdb.Get(r.Context(), "project:"+r.PathValue("tenant_id")+":list")       // want `taken straight from the request`
	s.rdb.Get(r.Context(), "project:"+r.URL.Query().Get("tenant_id")+":list") // want `taken straight from the request`
	s.rdb.Get(r.Context(), "project:"+r.FormValue("tenantId")+":list")        // want `taken straight from the request`
}

// The one who makes the key can't know where its parameter is from; who hands
// the header over does.
func (s *server) handed(w http.ResponseWriter, r *http.Request) {
	s.list(r.Context(), r.Header.Get("X-Tenant-ID"))
	s.get(r.Context(), "project:"+r.Header.Get("X-Tenant-ID")) // want `taken straight from the request`
}

func (s *server) list(ctx context.Context, tenantID string) {
	s.rdb.Get(ctx, "project:"+tenantID+":list")
}

func (s *server) get(ctx context.Context, key string) { s.rdb.Get(ctx, key) }

// Any key at all, of any tenant.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	s.rdb.Get(r.Context(), r.URL.Path)            // want `^cache key "{r.URL.Path}" is text of the request alone \(r.URL.Path\), whose sender can name any key: put the authenticated tenant and a text of its own into the key$`
	s.rdb.Get(r.Context(), r.Header.Get("X-Key")) // want `is text of the request alone`
}

// The tenant is that of the session, or of the context that a middleware made:
// what the request says beside it is what is looked up.
func (s *server) trusted(w http.ResponseWriter, r *http.Request) {
	tenantID, ok := tenant.FromContext(r.Context())
	if !ok {
		return
	}
	s.rdb.Get(r.Context(), "project:"+string(tenantID)+":"+r.PathValue("id"))
	session, err := verify(r.Header.Get("Authorization"))
	if err != nil {
		return
	}
	s.rdb.Get(r.Context(), "project:"+session.TenantID+":list")
	s.rdb.Get(r.Context(), "page:"+r.URL.Path) // other rules ask for the tenant here
}

type session struct{ TenantID string }

func verify(token string) (*session, error) {
	if token == "" {
		return nil, errors.New("no token")
	}
	return sessions[token], nil
}

var sessions = map[string]*session{}

type ctxKey string

const cacheKeyHeader ctxKey = "x-cache-key" // copied from the request by a middleware

// A header that is the whole scope of a key, also by way of a context.
func (s *server) chosen(w http.ResponseWriter, r *http.Request) {
	s.rdb.Get(r.Context(), "page:"+r.Header.Get("X-Cache-Key")) // want `is text of the request alone`
	scope, ok := r.Context().Value(cacheKeyHeader).(string)
	if !ok {
		return
	}
	s.rdb.Get(r.Context(), "page:"+scope) // want `is text of the request alone`
}
