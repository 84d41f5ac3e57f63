// A function that is run once, kept under an id that tenants share.
package oncevalue

import (
	"sync"
)

type Repo struct {
	loads sync.Map
	fetch func(tenantID, id string) string
}

func (r *Repo) Get(tenantID, id string) string {
	f, ok := r.loads.Load(id)
	if !ok {
		f, _ = r.loads.LoadOrStore(id, sync.OnceValue(func() string { return r.fetch(tenantID, id) })) // want `value cached under "\{id\}" depends on tenantID`
	}
	return f.(func() string)()
}
