// TanStack/query#10258: the key has the same choice as the value.
package ternary

import (
	"golang.org/x/sync/singleflight"
)

type Repo struct {
	load func(id string) (string, error)
	g    singleflight.Group
}

func (r *Repo) Get(cond bool, a, b string) (any, error) {
	id := b
	if cond {
		id = a
	}
	v, err, _ := r.g.Do("todo:"+id, func() (any, error) { return r.load(id) })
	return v, err
}
