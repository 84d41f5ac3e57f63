// Package keymaker puts keys together.
package keymaker

import "strings"

type Builder struct{ b strings.Builder }

func New(kind string) *Builder {
	b := &Builder{}
	b.b.WriteString(kind)
	return b
}

func (b *Builder) Add(s string) *Builder {
	b.b.WriteByte('/')
	b.b.WriteString(s)
	return b
}

func (b *Builder) String() string { return b.b.String() }
