// Package keybytes builds keys part by part.
package keybytes

// A Builder gathers the parts of a key.
type Builder struct{ data []byte }

// Pooled is a builder that others used before.
type Pooled struct{ *Builder }

// Get returns a builder.
func Get(free chan *Builder) *Pooled { return &Pooled{<-free} }

// Add adds a part.
func (b *Builder) Add(s string) { b.data = append(append(b.data, s...), 0) }

// Key is what was gathered.
func (b *Builder) Key() string { return string(b.data) }
