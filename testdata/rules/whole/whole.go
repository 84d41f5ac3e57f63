// Package whole has keys of which all that is said is compared, with findings.txt.
package whole

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type repo struct{ rdb *redis.Client }

func (r *repo) get(ctx context.Context, key string) string { return r.rdb.Get(ctx, key).Val() }

func projectKey(projectID string) string {
	return "project:" + projectID
}

func (r *repo) load(ctx context.Context, projectID string) {
	_ = r.get(ctx, projectKey(projectID))
	r.rdb.Del(ctx, projectKey(projectID))
	defer r.rdb.Del(ctx,
		projectKey(projectID))
}

func (r *repo) fixed(ctx context.Context, tenantID, projectID string) {
	key := "project:" + projectID
	_ = r.get(ctx, key)
}

func (r *repo) swapped(ctx context.Context, tenantID, projectID string) {
	_ = r.get(ctx, "project:"+projectID+":"+tenantID)
}

// Two keys of one call, each told for itself.
func (r *repo) two(ctx context.Context, memberID, teamID string) {
	r.rdb.Del(ctx, "member:"+memberID, "team:"+teamID)
}

//tenantkey:global
func (r *repo) unreasoned(ctx context.Context, colorID string) {
	r.rdb.Del(ctx, "color:"+colorID)
}
