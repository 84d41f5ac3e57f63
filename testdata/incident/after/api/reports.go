package api

import (
	"context"
	"net/http"
	"time"

	"example.com/projects/keys"
	"example.com/projects/store"
	"example.com/projects/tenant"
)

func (s *Server) getReport(w http.ResponseWriter, r *http.Request) {
	tenantID, projectID, ok := scope(w, r)
	if !ok {
		return
	}
	first, err := time.Parse(time.DateOnly, r.FormValue("first"))
	if err != nil {
		http.Error(w, "first is not a day", http.StatusBadRequest)
		return
	}
	last, err := time.Parse(time.DateOnly, r.FormValue("last"))
	if err != nil {
		http.Error(w, "last is not a day", http.StatusBadRequest)
		return
	}
	report, err := s.report(r.Context(), tenantID, projectID, first, last)
	reply(w, report, err)
}

// report returns a project's report from the cache, or from the store.
func (s *Server) report(ctx context.Context, tenantID tenant.ID, projectID int64, first, last time.Time) (*store.Report, error) {
	key := keys.Report(tenantID, projectID, first, last)
	var report *store.Report
	if ok, err := s.cache.Get(ctx, key, &report); ok || err != nil {
		return report, err
	}
	report, err := s.store.Report(ctx, tenantID, projectID, first, last)
	if err != nil {
		return nil, err
	}
	return report, s.cache.Set(ctx, key, report, 5*time.Minute)
}
