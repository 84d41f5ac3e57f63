// Getters of a message are its fields.
package getters

import (
	"golang.org/x/sync/singleflight"
)

type msg struct{ tenantID, id string }

type Message interface {
	GetTenantId() string
	GetId() string
}

type Service struct {
	load func(tenantID, id string) (string, error)
	g    singleflight.Group
}

func (s *Service) Get(m Message) (any, error) {
	v, err, _ := s.g.Do(m.GetId(), func() (any, error) { // want `depends on m.TenantId`
		return s.load(m.GetTenantId(), m.GetId())
	})
	return v, err
}
