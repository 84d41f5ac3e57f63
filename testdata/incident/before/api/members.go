package api

import (
	"context"
	"net/http"
	"time"

	"example.com/projects/keys"
	"example.com/projects/store"
	"example.com/projects/tenant"
)

func (s *Server) getMember(w http.ResponseWriter, r *http.Request) {
	tenantID, memberID, ok := scope(w, r)
	if !ok {
		return
	}
	member, err := s.member(r.Context(), tenantID, memberID)
	reply(w, member, err)
}

// member returns a member from the cache, or from the store.
func (s *Server) member(ctx context.Context, tenantID tenant.ID, memberID int64) (*store.Member, error) {
	key := keys.Member(tenantID, memberID)
	var member *store.Member
	if ok, err := s.cache.Get(ctx, key, &member); ok || err != nil {
		return member, err
	}
	member, err := s.store.Member(ctx, tenantID, memberID)
	if err != nil {
		return nil, err
	}
	return member, s.cache.Set(ctx, key, member, time.Hour)
}
