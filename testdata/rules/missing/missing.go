// Package missing has keys without a tenant.
package missing

import (
	"context"
	"fmt"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
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

// A lock hands nothing over, by its call or by its name.
func (r *repo) lock(ctx context.Context, projectID string) error {
	return r.rdb.SetNX(ctx, "project-lock:"+projectID, 1, time.Minute).Err()
}

// manager serves one tenant, with a cache of its own.
type manager struct {
	tenantID string
	rows     *lru.Cache[string, string]
	rdb      *redis.Client
}

// The cache lives in the tenant's object; the server does not.
func (m *manager) owned(ctx context.Context, projectID string) error {
	m.rows.Get(projectID)
	return m.rdb.Get(ctx, "project:"+projectID).Err() // want `"project:{projectID}" has no tenant`
}

// The parts of a tenant's object are its own, whatever else they are.
type keyedManager struct {
	tenantID [16]byte
	rows     rowCache
}

type rowCache struct{ *lru.Cache[string, string] }

type sharedManager struct {
	region string
	rows   rowCache
}

func current() manager { return manager{} }

func (m *keyedManager) owned(projectID string) {
	m.rows.Get("project:" + projectID)
	current().rows.Get("project:" + projectID)
}

func (m *sharedManager) shared(projectID string) {
	m.rows.Get("project:" + projectID) // want `"project:{projectID}" has no tenant`
}

type account struct{ Name, TenantID string }

// A synchronizer is made for one account, and so is what it remembers.
type synchronizer struct {
	account *account
	schemas *schemaCache
}

type schemaCache struct{ byTable map[string]string }

func (c *schemaCache) peek(tableName string) string { return c.byTable[tableName] }

func newSynchronizer(a *account) *synchronizer {
	return &synchronizer{account: a, schemas: &schemaCache{byTable: map[string]string{}}}
}

func (s *synchronizer) schema(tableName string) string { return s.schemas.peek("table:" + tableName) }

// What a client was set up with says nothing of what its caller remembers.
type gateway struct {
	api  *apiClient
	rows *lru.Cache[string, string]
}

type apiClient struct{ tenantID string }

func (g *gateway) row(rowID string) {
	g.rows.Get(rowID) // want `"{rowID}" has no tenant`
}

type shared struct{ rows *lru.Cache[string, string] }

type operation struct {
	tenantID string
	shared   *shared
}

// The operation is a tenant's, the cache is not.
func (o *operation) lookup(projectID string) {
	o.shared.rows.Get(projectID) // want `"{projectID}" has no tenant`
}

type database interface {
	Invoice(ctx context.Context, tenantID tenant.ID, invoiceID string) (string, error)
}

// What is stored was found for a tenant, and is given to all.
func (r *repo) load(ctx context.Context, db database, tenantID tenant.ID, invoiceID string) error {
	invoice, err := db.Invoice(ctx, tenantID, invoiceID)
	if err != nil {
		return err
	}
	return r.rdb.Set(ctx, "invoice:"+invoiceID, invoice, time.Hour).Err() // want `"invoice:{invoiceID}" has no tenant segment: add {tenant_id}, or register the key as global; the cached value depends on tenantID$`
}

// A function that is given the tenant leaves nothing to its callers, whatever
// its other parameters are called; they are not told again.
func (r *repo) reset(ctx context.Context, tenantID tenant.ID, name string) error {
	return r.rdb.Del(ctx, "settings:"+name).Err() // want `"settings:{name}" has no tenant`
}

func (r *repo) resetAll(ctx context.Context, tenantID tenant.ID) error {
	return r.reset(ctx, tenantID, "colours")
}

// What is given a key besides the tenant asks its callers for it.
func (r *repo) drop(ctx context.Context, tenantID tenant.ID, key string) error {
	return r.rdb.Del(ctx, key).Err()
}

func (r *repo) dropProject(ctx context.Context, tenantID tenant.ID, projectID string) error {
	return r.drop(ctx, tenantID, "project:"+projectID) // want `"project:{projectID}" has no tenant`
}
