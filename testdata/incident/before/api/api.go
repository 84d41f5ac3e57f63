// Package api answers the service's HTTP requests.
package api

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"strconv"

	"example.com/projects/cache"
	"example.com/projects/store"
	"example.com/projects/tenant"
)

// A Server answers requests from the cache, and from the store what the cache
// doesn't have.
type Server struct {
	store *store.Store
	cache *cache.Cache
}

// New returns the service's handler.
func New(st *store.Store, c *cache.Cache) http.Handler {
	s := &Server{store: st, cache: c}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /projects/{id}", s.getProject)
	mux.HandleFunc("PUT /projects/{id}/name", s.renameProject)
	mux.HandleFunc("GET /members/{id}", s.getMember)
	mux.HandleFunc("GET /projects/{id}/report", s.getReport)
	mux.HandleFunc("GET /plans/{code}", s.getPlan)
	return tenant.Middleware(mux)
}

// scope returns the tenant and the row's number of a request, or answers it.
func scope(w http.ResponseWriter, r *http.Request) (tenant.ID, int64, bool) {
	tenantID, ok := tenant.FromContext(r.Context())
	if !ok {
		http.Error(w, "no tenant", http.StatusForbidden)
		return "", 0, false
	}
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		http.Error(w, "not a number", http.StatusBadRequest)
		return "", 0, false
	}
	return tenantID, id, true
}

func reply(w http.ResponseWriter, value any, err error) {
	if err != nil {
		slog.Error("request failed", "err", err)
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(value); err != nil {
		slog.Error("reply failed", "err", err)
	}
}
