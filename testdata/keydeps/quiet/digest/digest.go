// The inputs are in a digest.
package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Query struct {
	TenantID string
	Text     string
}

type Repo struct {
	run   func(q Query) ([]string, error)
	cache *lru.Cache[string, []string]
}

func (r *Repo) Run(q Query) ([]string, error) {
	b, err := json.Marshal(q)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b)
	key := "q:" + hex.EncodeToString(sum[:])
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	v, err := r.run(q)
	if err != nil {
		return nil, err
	}
	r.cache.Add(key, v)
	return v, nil
}
