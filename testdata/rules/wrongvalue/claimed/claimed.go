// Package claimed hands something else over where a parameter, or the field
// of a struct key, takes the tenant. No pattern is needed to see it.
package claimed

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/redis/go-redis/v9"
)

type project struct{ ID, TenantID string }

func join(tenantID, name string) string { return tenantID + ":" + name }

func claim(ctx context.Context, rdb *redis.Client, p *project, id string) {
	rdb.Get(ctx, join(p.ID, "settings")) // want `^cache key "{p.ID}:settings" is given p.ID as {tenant_id}, and that is not the tenant: pass the tenant$`
	rdb.Get(ctx, join(p.TenantID, "settings"))
	rdb.Get(ctx, join(id, "settings")) // an id is what the parameter says
}

type settingKey struct{ TenantID, Name string }

type ownerKey struct{ Owner, Name string }

func keyed(settings *lru.Cache[settingKey, string], owners *lru.Cache[ownerKey, string], p *project, id string) {
	settings.Get(settingKey{p.ID, "settings"}) // want `is given p.ID as {tenant_id}, and that is not the tenant: pass the tenant$`
	settings.Get(settingKey{TenantID: p.TenantID, Name: "settings"})
	settings.Get(settingKey{TenantID: id, Name: "settings"}) // an id is what the field says
	owners.Get(ownerKey{Owner: id, Name: "settings"})        // want `has no tenant segment`
}
