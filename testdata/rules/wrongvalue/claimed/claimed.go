// Package claimed hands something else over where a parameter takes the
// tenant. No pattern is needed to see it.
package claimed

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type project struct{ ID, TenantID string }

func join(tenantID, name string) string { return tenantID + ":" + name }

func claim(ctx context.Context, rdb *redis.Client, p *project, id string) {
	rdb.Get(ctx, join(p.ID, "settings")) // want `^cache key "{p.ID}:settings" is given p.ID as {tenant_id}, and that is not the tenant: pass the tenant$`
	rdb.Get(ctx, join(p.TenantID, "settings"))
	rdb.Get(ctx, join(id, "settings")) // an id is what the parameter says
}
