package api

import (
	"context"
	"net/http"
	"time"

	"example.com/projects/keys"
	"example.com/projects/store"
)

func (s *Server) getPlan(w http.ResponseWriter, r *http.Request) {
	plan, err := s.plan(r.Context(), r.PathValue("code"))
	reply(w, plan, err)
}

// plan returns a price plan from the cache, or from the store.
func (s *Server) plan(ctx context.Context, code string) (*store.Plan, error) {
	key := keys.Plan(code)
	var plan *store.Plan
	if ok, err := s.cache.Get(ctx, key, &plan); ok || err != nil {
		return plan, err
	}
	plan, err := s.store.Plan(ctx, code)
	if err != nil {
		return nil, err
	}
	return plan, s.cache.Set(ctx, key, plan, 24*time.Hour)
}
