// The key has the input in another form.
package normalised

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/sync/singleflight"
)

type Repo struct {
	load func(host string) (string, error)
	g    singleflight.Group
}

func (r *Repo) Get(host string, port int) (any, error) {
	key := strings.ToLower(strings.TrimSpace(host)) + ":" + strconv.Itoa(port)
	v, err, _ := r.g.Do(key, func() (any, error) { return r.load(fmt.Sprintf("%s:%d", strings.TrimSpace(host), port)) })
	return v, err
}
