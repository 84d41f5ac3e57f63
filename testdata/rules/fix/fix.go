// Package fix has keys to which the tenant in scope can be added.
package fix

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/rules/tenant"
)

type request struct {
	TenantID string
	Login    string
}

func format(ctx context.Context, rdb *redis.Client, tenantID string, projectID int64) {
	rdb.Get(ctx, fmt.Sprintf("project:%d", projectID)) // want `has no tenant segment`
}

func variable(ctx context.Context, rdb *redis.Client, tenantID tenant.ID, projectID int64) {
	key := fmt.Sprintf("project:%d", projectID) // want `has no tenant segment`
	if rdb.Get(ctx, key).Err() != nil {
		rdb.Set(ctx, key, "x", time.Hour)
	}
}

func sum(ctx context.Context, rdb *redis.Client, tenantID tenant.ID, projectID string) {
	rdb.Get(ctx, "project:"+projectID) // want `has no tenant segment`
}

func middle(ctx context.Context, rdb *redis.Client, req *request) {
	rdb.Get(ctx, "member/"+req.Login+"/profile") // want `has no tenant segment`
}

func join(ctx context.Context, rdb *redis.Client, req request, projectID string) {
	rdb.Get(ctx, strings.Join([]string{"project", projectID}, ":")) // want `has no tenant segment`
}

func fromContext(ctx context.Context, rdb *redis.Client, projectID int64) {
	rdb.Get(ctx, fmt.Sprintf("project:%d", projectID)) // want `has no tenant segment`
}

func first(ctx context.Context, rdb *redis.Client, tenantID, login string) {
	rdb.Get(ctx, "session:"+login) // want `has no tenant segment`
}

// No pattern has this shape with a tenant in it.
func unknown(ctx context.Context, rdb *redis.Client, tenantID, login string) {
	rdb.Get(ctx, "invoice:"+login) // want `has no tenant segment`
}

// An integer is no uuid.
func misfit(rdb *redis.Client, tenantID int, projectID string) {
	rdb.Get(bg, fmt.Sprintf("project:%s", projectID)) // want `has no tenant segment`
}

var bg = context.Background()
