// TanStack/query#4724: all arguments of a list are in the key.
package spread

import (
	"strings"

	"golang.org/x/sync/singleflight"
)

type Repo struct {
	load func(args ...string) (string, error)
	g    singleflight.Group
}

func (r *Repo) Get(kind string, args ...string) (any, error) {
	v, err, _ := r.g.Do(kind+":"+strings.Join(args, ","), func() (any, error) { return r.load(append([]string{kind}, args...)...) })
	return v, err
}
