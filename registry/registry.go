// Package registry reads registry.yaml, the manifest of a program's key
// shapes, and answers questions about it.
package registry

// A Registry is a loaded registry.yaml.
type Registry struct{}
