// The same with two returns in the loader.
package adminreturn

import (
	"golang.org/x/sync/singleflight"
)

type Service struct {
	g            singleflight.Group
	full, public func(id string) string
}

func (s *Service) View(id string, admin bool) (any, error) {
	v, err, _ := s.g.Do(id, func() (any, error) { // want `depends on admin`
		if admin {
			return s.full(id), nil
		}
		return s.public(id), nil
	})
	return v, err
}
