// A function that loads once is kept by LoadOrStore alone.
package loadorstore

import "sync"

type Repo struct {
	names sync.Map
	find  func(tenantID, id string) (string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	f, _ := r.names.LoadOrStore(id, sync.OnceValues(func() (string, error) { // want `value cached under "\{id\}" depends on tenantID`
		return r.find(tenantID, id)
	}))
	return f.(func() (string, error))()
}
