// Flights are by both, the tenant of the error is no value.
package flightlater

import (
	"errors"
	"strings"

	"golang.org/x/sync/singleflight"
)

type Repo struct {
	flight singleflight.Group
	find   func(tenantID, id string) (string, error)
}

func (r *Repo) Name(tenantID, id string) (string, error) {
	v, err, _ := r.flight.Do(strings.Join([]string{tenantID, id}, "/"), func() (any, error) {
		v, err := r.find(tenantID, id)
		if err != nil {
			return nil, errors.New(tenantID + ": " + err.Error())
		}
		return v, nil
	})
	s, _ := v.(string)
	return s, err
}
