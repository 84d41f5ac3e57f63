// ristretto: get, miss, set.
package ristrettoset

import (
	"github.com/dgraph-io/ristretto/v2"
)

type Repo struct {
	cache *ristretto.Cache[string, []byte]
	read  func(namespaceID, name string) ([]byte, error)
}

func (r *Repo) Blob(namespaceID, name string) ([]byte, error) {
	if b, ok := r.cache.Get(name); ok {
		return b, nil
	}
	b, err := r.read(namespaceID, name)
	if err != nil {
		return nil, err
	}
	r.cache.Set(name, b, int64(len(b))) // want `value cached under "\{name\}" depends on namespaceID`
	return b, nil
}
