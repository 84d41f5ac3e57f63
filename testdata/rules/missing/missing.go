// Package missing has keys without a tenant.
package missing

import (
	"context"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/rules/tenant"
)

type repo struct{ rdb *redis.Client }

func (r *repo) local(ctx context.Context, projectID int64) (string, error) {
	key := fmt.Sprintf("project:%d", projectID) // want `^cache key "project:{projectID}" has no tenant segment: add {tenant_id}, or register the key as global$`
	if s, err := r.rdb.Get(ctx, key).Result(); err == nil {
		return s, nil
	}
	// The finding above speaks for this call too.
	return "", r.rdb.Set(ctx, key, "x", time.Hour).Err()
}

func (r *repo) inline(ctx context.Context, projectID string) error {
	return r.rdb.Del(ctx, "project:"+projectID, "members:"+projectID).Err() // want `"project:{projectID}" has no tenant` `"members:{projectID}" has no tenant`
}

func (r *repo) deferred(ctx context.Context, projectID string) {
	defer r.rdb.Del(ctx, "project:"+projectID) // want `"project:{projectID}" has no tenant`
	go r.rdb.Del(ctx, "project:"+projectID)    // want `"project:{projectID}" has no tenant`
}

func projectKey(projectID int64) string {
	return fmt.Sprintf("project:%d", projectID) // want `"project:{projectID}" has no tenant`
}

// A builder with text of its own is told, once, and its callers are not.
func (r *repo) built(ctx context.Context, projectID int64) error {
	if err := r.rdb.Get(ctx, projectKey(projectID)).Err(); err != nil {
		return err
	}
	return r.rdb.Del(ctx, projectKey(projectID)).Err()
}

func join(prefix, id string) string { return prefix + ":" + id }

// A function that only joins what it is given is not told, its caller is.
func (r *repo) joined(ctx context.Context, memberID string) error {
	return r.rdb.Get(ctx, join("member", memberID)).Err() // want `"member:{memberID}" has no tenant`
}

// A wrapper passes the question on.
func (r *repo) get(ctx context.Context, key string) (string, error) {
	return r.rdb.Get(ctx, key).Result()
}

func (r *repo) wrapped(ctx context.Context, invoiceID string) (string, error) {
	return r.get(ctx, "invoice:"+invoiceID) // want `"invoice:{invoiceID}" has no tenant`
}

// The tenant is in the key: by its type, in whatever variable.
func (r *repo) carried(ctx context.Context, owner tenant.ID, projectID int64) error {
	return r.rdb.Get(ctx, fmt.Sprintf("project:%s:%d", owner, projectID)).Err()
}

// The key is registered as global.
func (r *repo) global(ctx context.Context, plan string) error {
	return r.rdb.Get(ctx, "plan:"+plan).Err()
}

// Text alone picks nothing of a tenant's out.
func (r *repo) constant(ctx context.Context) error {
	return r.rdb.Get(ctx, "schema-version").Err()
}
