// Package unchecked uses the cache whether there is a tenant or not.
package unchecked

import (
	"context"

	"github.com/redis/go-redis/v9"

	"example.com/rules/tenant"
)

func dropped(ctx context.Context, rdb *redis.Client, id string) {
	tid, _ := tenant.FromContext(ctx)
	rdb.Get(ctx, "project:"+string(tid)+":"+id) // want `^the tenant in cache key "project:{tid}:{id}" may be empty: the ok of tenant.FromContext is dropped; don't use the cache without a tenant$`
	other, _ := tenant.Require(ctx)
	rdb.Get(ctx, "project:"+string(other)+":"+id) // want `the error of tenant.Require is dropped`
}

func checked(ctx context.Context, rdb *redis.Client, id string) {
	tid, ok := tenant.FromContext(ctx)
	if !ok {
		return
	}
	rdb.Get(ctx, "project:"+string(tid)+":"+id)
}

func defaulted(ctx context.Context, rdb *redis.Client, id string) {
	name := "global"
	if tid, ok := tenant.FromContext(ctx); ok {
		name = string(tid)
	}
	rdb.Get(ctx, "project:"+name+":"+id) // want `^cache key "project:global:{id}" has a default in the place of the tenant, which all share who have none: don't use the cache without a tenant$`
}
