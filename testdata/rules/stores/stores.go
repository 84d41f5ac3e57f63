// Package stores has a store of its own, which only the registry knows.
package stores

import (
	"context"
	"database/sql"
	"time"
)

// Cache is implemented elsewhere.
type Cache interface {
	Find(ctx context.Context, name string, out *string) bool
	Put(ctx context.Context, name, text string, keep time.Duration)
	Drop(ctx context.Context, name string, after func(context.Context) (string, error)) (string, error)
	Fetch(ctx context.Context, name string, load func(context.Context) (string, error)) (string, error)
}

type repo struct {
	c  Cache
	db *sql.DB
}

func (r *repo) query(ctx context.Context, q string, args ...any) (text string, err error) {
	err = r.db.QueryRowContext(ctx, q, args...).Scan(&text)
	return text, err
}

// A set after a miss, under a key that is said to be global.
func (r *repo) plan(ctx context.Context, tenantID, code string) (string, error) {
	var text string
	if r.c.Find(ctx, "plan:"+code, &text) {
		return text, nil
	}
	text, err := r.query(ctx, "SELECT text FROM plan WHERE tenant_id = $1 AND code = $2", tenantID, code)
	if err == nil {
		r.c.Put(ctx, "plan:"+code, text, time.Hour) // want `^registered as global, but the cached value depends on tenantID \(stores.go:\d+\)$`
	}
	return text, err
}

// How long it is kept is the tenant's business, what is kept is not.
func (r *repo) shared(ctx context.Context, tenantID, code string, keep map[string]time.Duration) (string, error) {
	text, err := r.query(ctx, "SELECT text FROM plan WHERE code = $1", code)
	if err == nil {
		r.c.Put(ctx, "plan:"+code, text, keep[tenantID])
	}
	return text, err
}

// A loader that uses more than the key has.
func (r *repo) text(ctx context.Context, tenantID, sku, locale string) (string, error) {
	return r.c.Fetch(ctx, "text:"+tenantID+":"+sku, func(ctx context.Context) (string, error) { // want `^value cached under "text:{tenantID}:{sku}" depends on locale \(stores.go:\d+\), which the key leaves out$`
		return r.query(ctx, "SELECT text FROM text WHERE tenant_id = $1 AND sku = $2 AND locale = $3", tenantID, sku, locale)
	})
}

// What is done after a key was dropped is not kept under it.
func (r *repo) drop(ctx context.Context, tenantID, code string) (string, error) {
	return r.c.Drop(ctx, "plan:"+code, func(ctx context.Context) (string, error) {
		return r.query(ctx, "SELECT text FROM plan WHERE tenant_id = $1 AND code = $2", tenantID, code)
	})
}

// A wrapper around the loader: its caller is told.
func (r *repo) remember(ctx context.Context, key string, load func(context.Context) (string, error)) (string, error) {
	return r.c.Fetch(ctx, key, load)
}

func (r *repo) wrapped(ctx context.Context, tenantID, code string) (string, error) {
	return r.remember(ctx, "plan:"+code, func(ctx context.Context) (string, error) { // want `^registered as global, but the cached value depends on tenantID \(stores.go:\d+\)$`
		return r.query(ctx, "SELECT text FROM plan WHERE tenant_id = $1 AND code = $2", tenantID, code)
	})
}

// All that the loader uses is in the key.
func (r *repo) complete(ctx context.Context, tenantID, sku string) (string, error) {
	return r.c.Fetch(ctx, "text:"+tenantID+":"+sku, func(ctx context.Context) (string, error) {
		return r.query(ctx, "SELECT text FROM text WHERE tenant_id = $1 AND sku = $2", tenantID, sku)
	})
}
