// TanStack/query#8326: constants and variables that are set once.
package constants

import (
	"golang.org/x/sync/singleflight"
)

const limit = 10

var base = "https://example.com"

type Repo struct {
	fetch func(url string, limit int) ([]byte, error)
	g     singleflight.Group
}

func (r *Repo) All() (any, error) {
	v, err, _ := r.g.Do("all", func() (any, error) { return r.fetch(base, limit) })
	return v, err
}
