package builder

import (
	"context"
	"encoding/binary"
	"slices"
	"sync"

	"github.com/redis/go-redis/v9"
)

// keyBytes is a builder of the program's own: every part has its length in
// front.
type keyBytes struct{ data []byte }

func (b *keyBytes) add(s string) {
	b.data = slices.Grow(b.data, len(s)+9)
	b.data = binary.AppendUvarint(b.data, uint64(len(s)))
	b.data = append(b.data, s...)
}

func (b *keyBytes) reset()      { b.data = b.data[:0] }
func (b *keyBytes) key() string { return string(b.data) }

// pooledBytes is a builder from a pool.
type pooledBytes struct{ *keyBytes }

var pool = sync.Pool{New: func() any { return &keyBytes{} }}

func fromPool() *pooledBytes { return &pooledBytes{keyBytes: pool.Get().(*keyBytes)} }

func (p *pooledBytes) release() {
	p.reset()
	pool.Put(p.keyBytes)
}

// OwnBytes builds a key part by part.
func OwnBytes(ctx context.Context, rdb *redis.Client, orgID string) {
	var b keyBytes
	b.add("own")
	b.add(orgID)
	rdb.Get(ctx, b.key()) // want `^get {len\(s\)}own{len\(s\)}{orgID} yes$`
}

// Pooled builds one through an embedded pointer. What the builder held before
// is not known.
func Pooled(ctx context.Context, rdb *redis.Client, orgID string) {
	b := fromPool()
	defer b.release()
	b.add("pooled")
	b.add(orgID)
	rdb.Get(ctx, b.key()) // want `^get {[^{}]*}{len\(s\)}pooled{len\(s\)}{orgID} yes$`
}
