// A cache of another package's type is in a package's variable.
package packagecache

import (
	"context"

	"example.com/keydeps/lib/memory"
)

var prices = memory.New[string, any]()

type Options[T any] struct {
	Key  string
	Load func(context.Context) (T, error)
}

func Remember[T any](ctx context.Context, o Options[T]) (T, error) {
	if v, ok := prices.Lookup(o.Key); ok {
		return v.(T), nil
	}
	v, err := o.Load(ctx)
	if err == nil {
		prices.Keep(o.Key, v)
	}
	return v, err
}

type Find func(ctx context.Context, shopID, sku string) (string, error)

func Price(ctx context.Context, find Find, shopID, sku string) (string, error) {
	return Remember(ctx, Options[string]{ // want `depends on shopID`
		Key:  "price:" + sku,
		Load: func(ctx context.Context) (string, error) { return find(ctx, shopID, sku) },
	})
}
