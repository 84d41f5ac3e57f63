package branch

import (
	"context"
	"fmt"
	"os"
	"strconv"

	"github.com/redis/go-redis/v9"
)

// orEmpty is a tenant, or nothing.
func orEmpty(ctx context.Context) string {
	if orgID, ok := ctx.Value("orgID").(string); ok {
		return orgID
	}
	return ""
}

func regionOf(n int) string {
	switch n {
	case 1:
		return os.Getenv("REGION")
	}
	return ""
}

// Returned leaves when there is no tenant: the key always has it.
func Returned(ctx context.Context, rdb *redis.Client, itemID string) {
	orgID := orEmpty(ctx)
	if orgID == "" {
		return
	}
	rdb.Get(ctx, orgID+":item:"+itemID) // want `^get {[^{}]*}:item:{itemID} yes$`
}

// Defaulted puts text where there is no region: the empty region is no part of any key.
func Defaulted(ctx context.Context, rdb *redis.Client, n int, orgID string) {
	region := regionOf(n)
	if len(region) == 0 {
		region = "eu"
	}
	rdb.Get(ctx, orgID+":"+region) // want `^get {orgID}:eu \| {orgID}:{[^{}]*} yes$`
}

func scoped(orgID, itemID string) string {
	if orgID != "" {
		return orgID + ":item:" + itemID
	}
	return "item:" + itemID
}

// InHelper is tested where the key is built, one call away.
func InHelper(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, scoped(orEmpty(ctx), itemID)) // want `^get item:{itemID} \| {[^{}]*}:item:{itemID} yes$`
}

// perPage is 0 for what has no pages.
func perPage(n int64, paged bool) int64 {
	if paged {
		return n
	}
	return 0
}

// TestedNumber has no key for 0.
func TestedNumber(ctx context.Context, rdb *redis.Client, orgID string, n int64, paged bool) {
	if size := perPage(n, paged); size != 0 {
		rdb.Get(ctx, fmt.Sprintf("page:%s:%d", orgID, size)) // want `^get page:{orgID}:{(n|size)} yes$`
	}
}

// PositiveNumber has none either; the length of the name counts for nothing.
func PositiveNumber(ctx context.Context, rdb *redis.Client, orgID string, n int64, paged bool) {
	size := perPage(n, paged)
	if len(orgID) == 0 || size <= 0 {
		return
	}
	rdb.Get(ctx, "page:"+orgID+":"+strconv.FormatInt(size, 10)) // want `^get page:{orgID}:{(n|size)} yes$`
}

// OtherNumber is tested for 1, which says nothing of 0.
func OtherNumber(ctx context.Context, rdb *redis.Client, orgID string, n int64, paged bool) {
	if size := perPage(n, paged); size != 1 {
		rdb.Get(ctx, fmt.Sprintf("page:%s:%d", orgID, size)) // want `^get page:{orgID}:0 \| page:{orgID}:{(n|size)} yes$`
	}
}
