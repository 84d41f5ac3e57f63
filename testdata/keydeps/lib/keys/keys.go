// Package keys puts keys together in buffers from a pool.
package keys

import (
	"strconv"
	"sync"
)

type buffer struct{ data []byte }

// A Builder makes keys.
type Builder struct{ *buffer }

var pool = sync.Pool{New: func() any { return &Builder{new(buffer)} }}

func Get() *Builder { return pool.Get().(*Builder) }

func (b *Builder) Close() {
	b.data = b.data[:0]
	pool.Put(b)
}

func (b *Builder) Encode(s string) {
	b.data = strconv.AppendInt(b.data, int64(len(s)), 10)
	b.data = append(b.data, s...)
}

func (b *Builder) Key() string { return string(b.data) }
