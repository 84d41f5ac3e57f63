// A result that is shared by all waiters tells whether the caller may: its error is the value.
package once

import (
	"golang.org/x/sync/singleflight"
)

type Gate struct {
	g     singleflight.Group
	check func(tenantID, user string) error
}

func (g *Gate) Allow(tenantID, user string) error {
	_, err, _ := g.g.Do("allow:"+user, func() (any, error) { // want `depends on tenantID`
		return nil, g.check(tenantID, user)
	})
	return err
}
