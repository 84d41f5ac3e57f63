// A generic get-or-load function over an interface of one's own.
package genericiface

import (
	"context"
	"encoding/json"
)

type KV interface {
	Get(ctx context.Context, key string) ([]byte, error)
	Set(ctx context.Context, key string, val []byte) error
}

func Cached[T any](ctx context.Context, kv KV, key string, load func(context.Context) (T, error)) (T, error) {
	var v T
	if b, err := kv.Get(ctx, key); err == nil {
		if json.Unmarshal(b, &v) == nil {
			return v, nil
		}
	}
	v, err := load(ctx)
	if err != nil {
		return v, err
	}
	if b, err := json.Marshal(v); err == nil {
		_ = kv.Set(ctx, key, b)
	}
	return v, nil
}

type Repo struct {
	kv   KV
	find func(ctx context.Context, tenantID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, tenantID, id string) (string, error) {
	return Cached(ctx, r.kv, "name:"+id, func(ctx context.Context) (string, error) { // want `value cached under "name:\{id\}" depends on tenantID`
		return r.find(ctx, tenantID, id)
	})
}
