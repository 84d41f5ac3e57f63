// The key has all entries of a map, the value uses one of them; and a time that the key has in seconds.
package mapparts

import (
	"maps"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/singleflight"
)

type Check struct {
	Object string
	Facts  map[string]string
}

type Checks struct {
	flight singleflight.Group
	ask    func(object, org string, since time.Time) (bool, error)
}

func (c *Checks) Allowed(q *Check, since time.Time) (bool, error) {
	parts := []string{q.Object, since.Format(time.RFC3339)}
	for _, k := range slices.Sorted(maps.Keys(q.Facts)) {
		parts = append(parts, k+"="+q.Facts[k])
	}
	v, err, _ := c.flight.Do(strings.Join(parts, "|"), func() (any, error) { return c.ask(q.Object, q.Facts["org"], since) })
	ok, _ := v.(bool)
	return ok, err
}
