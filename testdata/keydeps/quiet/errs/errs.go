// TanStack/query#5022, #4724: errors and types are no inputs, undefined ids only lead to an error.
package errs

import (
	"fmt"

	"golang.org/x/sync/singleflight"
)

type notFound struct{ id string }

func (n notFound) Error() string { return n.id + " not found" }

type Repo struct {
	load func(id string) (string, error)
	g    singleflight.Group
}

func (r *Repo) Get(id string, who string) (any, error) {
	v, err, _ := r.g.Do("x:"+id, func() (any, error) {
		if who == "" {
			return nil, notFound{who}
		}
		v, err := r.load(id)
		if err != nil {
			return nil, fmt.Errorf("for %s: %w", who, err)
		}
		return v, nil
	})
	return v, err
}
