// The password is no part of the key of a check that others share.
package bodyhash

import (
	"errors"

	"golang.org/x/sync/singleflight"
)

type Auth struct {
	g    singleflight.Group
	hash map[string]string
	same func(hash, password string) bool
}

func (a *Auth) Check(user, password string) error {
	_, err, _ := a.g.Do(user, func() (any, error) { // want `value cached under "\{user\}" depends on password`
		if !a.same(a.hash[user], password) {
			return nil, errors.New("no")
		}
		return nil, nil
	})
	return err
}
