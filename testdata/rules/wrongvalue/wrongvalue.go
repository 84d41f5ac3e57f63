// Package wrongvalue has something else in the tenant's place.
package wrongvalue

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/redis/go-redis/v9"
)

type project struct {
	ID       int64
	TenantID string
}

type tenant struct{ ID, Name string }

func projectKey(tenantID any, projectID int64) string {
	return fmt.Sprintf("project:%v:%d", tenantID, projectID)
}

func swapped(ctx context.Context, rdb *redis.Client, tenantID string, projectID int64) {
	rdb.Get(ctx, fmt.Sprintf("project:%v:%v", projectID, tenantID)) // want `^cache key "project:{projectID}:{tenantID}" has projectID in the place of {tenant_id}: put the tenant there$`
	rdb.Get(ctx, fmt.Sprintf("project:%v:%v", tenantID, projectID))
}

func selectors(ctx context.Context, rdb *redis.Client, p *project, t *tenant) {
	rdb.Get(ctx, fmt.Sprintf("project:%d:%d", p.ID, p.ID)) // want `has p.ID in the place of {tenant_id}`
	rdb.Get(ctx, fmt.Sprintf("project:%s:%d", p.TenantID, p.ID))
	rdb.Get(ctx, fmt.Sprintf("project:%s:%d", t.ID, p.ID))
}

// A uuid is never "all", so this is no project key with a wrong tenant.
func text(ctx context.Context, rdb *redis.Client, projectID int64) {
	rdb.Get(ctx, fmt.Sprintf("project:all:%d", projectID)) // want `"project:all:{projectID}" has no tenant segment`
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func hashed(ctx context.Context, rdb *redis.Client, tenantID, query string) {
	rdb.Get(ctx, "search:"+digest(tenantID+"\x00"+query))
	rdb.Get(ctx, "search:"+digest(query)) // want `has a digest that leaves out {tenant_id}: hash the tenant too$`
}
