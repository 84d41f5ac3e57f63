// A function makes the loader.
package factory

import (
	"golang.org/x/sync/singleflight"
)

type Repo struct {
	group singleflight.Group
	find  func(tenantID, id string) (string, error)
}

func (r *Repo) loader(tenantID, id string) func() (any, error) {
	return func() (any, error) { return r.find(tenantID, id) }
}

func (r *Repo) Name(org, id string) (any, error) {
	v, err, _ := r.group.Do(id, r.loader(org, id)) // want `value cached under "\{id\}" depends on org`
	return v, err
}

func (r *Repo) Complete(org, id string) (any, error) {
	v, err, _ := r.group.Do(org+"/"+id, r.loader(org, id))
	return v, err
}
