// Every field of what the look-up is given whole is in the key.
package allfields

import (
	"golang.org/x/sync/singleflight"
)

type Filter struct{ TenantID, Kind string }

type Repo struct {
	find func(f Filter) ([]string, error)
	g    singleflight.Group
}

func (r *Repo) Find(f Filter) (any, error) {
	v, err, _ := r.g.Do(f.TenantID+":"+f.Kind, func() (any, error) { return r.find(f) })
	return v, err
}
