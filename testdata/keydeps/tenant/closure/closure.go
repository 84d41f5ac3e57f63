// A loader closure captures the tenant.
package closure

import (
	"golang.org/x/sync/singleflight"
)

type API struct {
	g    singleflight.Group
	load func(tenantID, slug string) (string, error)
}

func (a *API) Page(tenantID, slug string) (any, error) {
	v, err, _ := a.g.Do("page:"+slug, func() (any, error) { // want `value cached under "page:\{slug\}" depends on tenantID \(closure.go:15\)`
		return a.load(tenantID, slug)
	})
	return v, err
}
