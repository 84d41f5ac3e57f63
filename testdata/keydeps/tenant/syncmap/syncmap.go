// A sync.Map in a package variable is a cache: load, miss, store.
package syncmap

import (
	"context"
	"sync"
)

var settings sync.Map

type API interface {
	Setting(ctx context.Context, tenantID, name string) (string, error)
}

func Setting(ctx context.Context, api API, tenantID, name string) (string, error) {
	if v, ok := settings.Load(name); ok {
		return v.(string), nil
	}
	v, err := api.Setting(ctx, tenantID, name)
	if err != nil {
		return "", err
	}
	settings.Store(name, v) // want `value cached under "\{name\}" depends on tenantID \(syncmap.go:19\)`
	return v, nil
}
