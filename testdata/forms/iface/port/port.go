// Package port declares what a service needs of a cache, apart from the cache.
package port

import "context"

// A Cache keeps texts by key.
type Cache interface {
	Get(ctx context.Context, key string) (string, error)
	Set(ctx context.Context, key, value string) error
}
