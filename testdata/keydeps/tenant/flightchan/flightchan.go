// A flight that is waited for on a channel, with a deadline.
package flightchan

import (
	"context"

	"golang.org/x/sync/singleflight"
)

type Keys struct {
	group singleflight.Group
	fetch func(orgID, kid string) ([]byte, error)
}

func (k *Keys) Key(ctx context.Context, orgID, kid string) ([]byte, error) {
	ch := k.group.DoChan(kid, func() (any, error) { // want `value cached under "\{kid\}" depends on orgID \(flightchan.go:17\)`
		return k.fetch(orgID, kid)
	})
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case r := <-ch:
		if r.Err != nil {
			return nil, r.Err
		}
		return r.Val.([]byte), nil
	}
}
