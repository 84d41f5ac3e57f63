// TanStack/query#8112, #8357: an optional value, used where it is set.
package optional

import (
	"golang.org/x/sync/singleflight"
)

type Data struct{ Address string }

type Repo struct {
	query func(address string) (string, error)
	g     singleflight.Group
}

func (r *Repo) Get(d *Data) (any, error) {
	key := "q"
	if d != nil {
		key += ":" + d.Address
	}
	v, err, _ := r.g.Do(key, func() (any, error) {
		if d == nil {
			return "", nil
		}
		return r.query(d.Address)
	})
	return v, err
}
