package api

import (
	"context"
	"net/http"
	"time"

	"example.com/projects/keys"
	"example.com/projects/store"
	"example.com/projects/tenant"
)

func (s *Server) getProject(w http.ResponseWriter, r *http.Request) {
	tenantID, projectID, ok := scope(w, r)
	if !ok {
		return
	}
	project, err := s.project(r.Context(), tenantID, projectID)
	reply(w, project, err)
}

// project returns a project from the cache, or from the store.
func (s *Server) project(ctx context.Context, tenantID tenant.ID, projectID int64) (*store.Project, error) {
	key := keys.Project(tenantID, projectID)
	var project *store.Project
	if ok, err := s.cache.Get(ctx, key, &project); ok || err != nil {
		return project, err
	}
	project, err := s.store.Project(ctx, tenantID, projectID)
	if err != nil {
		return nil, err
	}
	return project, s.cache.Set(ctx, key, project, 72*time.Hour)
}

func (s *Server) renameProject(w http.ResponseWriter, r *http.Request) {
	tenantID, projectID, ok := scope(w, r)
	if !ok {
		return
	}
	ctx, name := r.Context(), r.FormValue("name")
	if err := s.store.RenameProject(ctx, tenantID, projectID, name); err != nil {
		reply(w, nil, err)
		return
	}
	reply(w, name, s.cache.Delete(ctx, keys.Project(tenantID, projectID)))
}
