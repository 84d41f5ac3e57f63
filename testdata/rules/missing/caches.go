package missing

import (
	"context"
	"fmt"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"example.com/rules/tenant"
)

// A blockCache is a cache by its methods: what its path holds, the callers of
// the interface say.
type blockCache[T any] interface {
	Get(path string) T
	Set(path string, v T)
}

type boundedBlocks[T any] struct{ blocks *lru.Cache[string, T] }

func newBlockCache[T any]() (blockCache[T], error) {
	blocks, err := lru.New[string, T](9)
	return &boundedBlocks[T]{blocks}, err
}

func (b *boundedBlocks[T]) Get(path string) (v T) {
	v, _ = b.blocks.Get(path)
	return v
}

func (b *boundedBlocks[T]) Set(path string, v T) { b.blocks.Add(path, v) }

type reader struct{ cache blockCache[string] }

func (r *reader) open(owner tenant.ID, projectID int64) string {
	return r.cache.Get(fmt.Sprintf("project:%s:%d", owner, projectID))
}

// One that leaves the tenant out is told.
func (r *reader) forget(block string) {
	r.cache.Set("block:"+block, "") // want `"block:{block}" has no tenant`
}

type files struct{ rows *lru.Cache[string, string] }

// A function that is no method of a cache has made a path its key here.
func (f *files) render(path string) string {
	v, _ := f.rows.Get(path) // want `"{path}" has no tenant`
	return v
}

// What looks a thing up when its cache does not have it is no cache: the name
// of the thing is made the key here.
type catalogue struct{ rows *lru.Cache[string, string] }

func (c *catalogue) Get(sheet string) string {
	v, _ := c.rows.Get(sheet) // want `"{sheet}" has no tenant`
	return v
}

func (c *catalogue) Delete(sheet string) { c.rows.Remove(sheet) } // want `"{sheet}" has no tenant`

// A scopedCache is given the tenant beside the key; what implements it is in
// packages that are not seen here. Both are the key, as the fields of a struct
// would be: {tenant_id},unit:{metric} in the registry.
type scopedCache interface {
	Get(ctx context.Context, tenantID tenant.ID, cacheKey string, into any) error
	Set(ctx context.Context, tenantID tenant.ID, cacheKey string, v any, ttl time.Duration) error
}

type metrics struct {
	cache  scopedCache
	global regionalCache
}

func (m *metrics) unit(ctx context.Context, owner tenant.ID, metric string) (unit string, err error) {
	err = m.cache.Get(ctx, owner, "unit:"+metric, &unit)
	return unit, err
}

// A regionalCache has a part beside the key that is no tenant.
type regionalCache interface {
	Get(ctx context.Context, region, cacheKey string, into any) error
	Set(ctx context.Context, region, cacheKey string, v any, ttl time.Duration) error
}

func (m *metrics) kind(ctx context.Context, region, metric string) (kind string, err error) {
	err = m.global.Get(ctx, region, "kind:"+metric, &kind) // want `"{region},kind:{metric}" has no tenant`
	return kind, err
}
