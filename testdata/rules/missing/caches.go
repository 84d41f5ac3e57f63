package missing

import (
	"fmt"

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
