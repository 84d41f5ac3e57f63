// The key is what a method makes of the whole value.
package stringer

import (
	"golang.org/x/sync/singleflight"
)

type Ref interface {
	String() string
	Registry() string
	Name() string
}

type Repo struct {
	pull func(registry, name string) (string, error)
	g    singleflight.Group
}

func (r *Repo) Pull(ref Ref) (any, error) {
	v, err, _ := r.g.Do(ref.String(), func() (any, error) { return r.pull(ref.Registry(), ref.Name()) })
	return v, err
}
