// Package unseen calls a cache through an interface that is implemented
// elsewhere: by the program's main package, which imports this one. An
// analysis that goes from imports to importers has not seen it yet, and an
// interface that only gets is not taken for a store by its looks. Known
// miss: the call is not listed; `tenantkey keys` names the method as a ready
// line for stores in the registry, and with that line it is found.
package unseen

import "context"

// A Cache is implemented by whoever uses this package.
type Cache interface {
	Fetch(ctx context.Context, key string) (string, error)
}

// ByInterface has a key without a tenant, and nobody notices.
func ByInterface(ctx context.Context, c Cache, itemID string) {
	c.Fetch(ctx, "item:"+itemID)
}
