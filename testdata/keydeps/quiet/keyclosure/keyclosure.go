// A function literal makes the key, and has the tenant from around it.
package keyclosure

import "context"

type memory interface {
	Get(key string) (string, bool)
	Set(key, value string)
}

type Tokens struct {
	cache memory
	fetch func(ctx context.Context, tenantID, clientID string) (string, error)
}

func (t *Tokens) Token(ctx context.Context, tenantID, clientID string) (string, error) {
	key := func(id string) string { return tenantID + "#" + id }
	if v, ok := t.cache.Get(key(clientID)); ok {
		return v, nil
	}
	v, err := t.fetch(ctx, tenantID, clientID)
	if err != nil {
		return "", err
	}
	t.cache.Set(key(clientID), v)
	return v, nil
}
