// A key that another package's builder is filled with.
package keybuilderpool

import (
	"context"

	"example.com/keydeps/lib/keys"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(ctx context.Context, storeID, modelID string) (string, error)
}

func key(storeID, modelID string) string {
	b := keys.Get()
	defer b.Close()
	b.Encode("model")
	b.Encode(storeID)
	b.Encode(modelID)
	return b.Key()
}

func (r *Repo) Model(ctx context.Context, storeID, modelID string) (string, error) {
	k := key(storeID, modelID)
	if m, ok := r.cache.Get(k); ok {
		return m, nil
	}
	m, err := r.find(ctx, storeID, modelID)
	if err != nil {
		return "", err
	}
	r.cache.Add(k, m)
	return m, nil
}
