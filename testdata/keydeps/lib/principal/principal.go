// Package principal says who is asking.
package principal

import "context"

type Principal struct {
	OrgID string
	Name  string
}

// Organization is the field by another name.
func (p *Principal) Organization() string { return p.OrgID }

type key struct{}

func From(ctx context.Context) *Principal {
	p, _ := ctx.Value(key{}).(*Principal)
	return p
}

type kind int

const (
	teamKey kind = iota
	tenantKey
)

// Of returns the tenant under a key that only its constant's name tells.
func Of(ctx context.Context) string {
	s, _ := ctx.Value(tenantKey).(string)
	return s
}
