// Package kit is what a call is made with: for whom, and under which conditions.
package kit

import "context"

type Kit struct {
	Ctx      context.Context
	TenantID string
	skip     bool
}

// WithoutTenantFilter returns a kit whose queries see the rows of all tenants.
func (k *Kit) WithoutTenantFilter() *Kit {
	c := *k
	c.skip = true
	return &c
}

// WithTimeoutMS returns a kit whose queries end in time.
func (k *Kit) WithTimeoutMS() *Kit {
	c := *k
	return &c
}
