// Package names has the constants that a service makes its keys of.
package names

// Kinds of keys.
const (
	Item = "item"
	Page = "page"
	Sep  = ":"

	ItemPrefix = Item + Sep
	ItemFormat = "item:%s:%s"
)

// A Space is a typed part of a key.
type Space string

// The spaces.
const (
	Live  Space = "live"
	Draft Space = "draft"
)

// Key puts an id into the space.
func (s Space) Key(id string) string { return string(s) + Sep + id }
