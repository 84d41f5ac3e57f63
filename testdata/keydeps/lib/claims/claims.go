// Package claims says who is logged in, and names what can be asked for.
package claims

import "context"

type Claims struct {
	Subject string
	OrgID   string
	Role    string
}

type ctxKey struct{}

func FromContext(ctx context.Context) *Claims {
	c, _ := ctx.Value(ctxKey{}).(*Claims)
	return c
}

// A Query is what is asked for.
type Query struct{ TenantID, ID, Status string }

// CacheKey leaves the tenant out.
func (q Query) CacheKey() string { return q.ID + "/" + q.Status }

// Key has all of it.
func (q Query) Key() string { return q.TenantID + "/" + q.ID + "/" + q.Status }
