// theine: a loader whose key has the tenant, and one that belongs to one tenant's cache.
package builtloader

import (
	"context"

	"github.com/Yiling-J/theine-go"
)

type Key struct{ TenantID, ID string }

func New(find func(ctx context.Context, tenantID, id string) (string, error)) (*theine.LoadingCache[Key, string], error) {
	return theine.NewBuilder[Key, string](100).Loading(func(ctx context.Context, k Key) (theine.Loaded[string], error) {
		name, err := find(ctx, k.TenantID, k.ID)
		return theine.Loaded[string]{Value: name, Cost: 1}, err
	}).Build()
}

func Of(tenantID string, find func(ctx context.Context, tenantID, id string) (string, error)) (*theine.LoadingCache[string, string], error) {
	return theine.NewBuilder[string, string](100).Loading(func(ctx context.Context, id string) (theine.Loaded[string], error) {
		name, err := find(ctx, tenantID, id)
		return theine.Loaded[string]{Value: name, Cost: 1}, err
	}).Build()
}
