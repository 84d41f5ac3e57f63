// The key is a digest of the request in JSON.
package jsonkey

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Request struct {
	TenantID string
	Terms    []string
}

type Search struct {
	cache *lru.Cache[string, []string]
	find  func(tenantID string, terms []string) ([]string, error)
}

func (s *Search) Find(req *Request) ([]string, error) {
	raw, err := json.Marshal(req)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(raw)
	key := hex.EncodeToString(sum[:])
	if v, ok := s.cache.Get(key); ok {
		return v, nil
	}
	v, err := s.find(req.TenantID, req.Terms)
	if err == nil {
		s.cache.Add(key, v)
	}
	return v, err
}
