// Package handedon hands a key on under a name that says nothing of keys, to
// what an interface hides or a goroutine runs. The finding stands where the
// parameter is used, not where the key is put together: a false alarm where
// the caller has put the tenant in.
package handedon

import (
	"path/filepath"

	lru "github.com/hashicorp/golang-lru/v2"
)

type eviction interface{ Touch(rPath string) }

type evictor struct{ files *lru.Cache[string, int] }

func (e *evictor) Touch(rPath string) {
	e.files.Get(rPath) // want `^get {rPath} no$`
}

// Open has the tenant in the path.
func Open(e eviction, orgID, file string) {
	e.Touch(filepath.Join(orgID, file))
}
