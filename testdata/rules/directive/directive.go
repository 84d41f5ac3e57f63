// Package directive accepts findings in the code.
package directive

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func above(ctx context.Context, rdb *redis.Client, plan string) {
	//tenantkey:global the price list is the same for every tenant
	rdb.Get(ctx, "plan:"+plan)
}

func sameLine(ctx context.Context, rdb *redis.Client, plan string) {
	rdb.Get(ctx, "plan:"+plan) //tenantkey:global the price list is the same for every tenant
}

// The comment stands where the key is put together, and speaks for its uses.
func atTheKey(ctx context.Context, rdb *redis.Client, plan string) {
	//tenantkey:global the price list is the same for every tenant
	key := "plan:" + plan

	rdb.Get(ctx, key)
	rdb.Del(ctx, key)
}

// whole reads price lists.
//
//tenantkey:global the price list is the same for every tenant
func whole(ctx context.Context, rdb *redis.Client, plan string) {
	rdb.Get(ctx, "plan:"+plan)
	rdb.Get(ctx, "rebate:"+plan)
}

//tenantkey:global the price list is the same for every tenant
func planKey(plan string) string { return "plan:" + plan }

func built(ctx context.Context, rdb *redis.Client, plan string) {
	rdb.Get(ctx, planKey(plan))
}

func noReason(ctx context.Context, rdb *redis.Client, plan string) {
	//tenantkey:global // want `^//tenantkey:global gives no reason: say why the key is the same for every tenant$`
	rdb.Get(ctx, "plan:"+plan) // want `"plan:{plan}" has no tenant segment`
}

func nothing(ctx context.Context, rdb *redis.Client, tenantID string) {
	//tenantkey:global it was once // want `^//tenantkey:global accepts nothing: remove it$`
	rdb.Get(ctx, "cart:"+tenantID)
}

//tenantkey:globally is another word, and no directive.
func otherWord(ctx context.Context, rdb *redis.Client, plan string) {
	rdb.Get(ctx, "plan:"+plan) // want `"plan:{plan}" has no tenant segment`
}
