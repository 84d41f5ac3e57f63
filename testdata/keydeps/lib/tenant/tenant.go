// Package tenant keeps the tenant of a request in its context.
package tenant

import (
	"context"
)

type ctxKey struct{}

// ID is a tenant's id.
type ID string

func NewContext(ctx context.Context, id ID) context.Context {
	return context.WithValue(ctx, ctxKey{}, id)
}

func FromContext(ctx context.Context) ID {
	id, _ := ctx.Value(ctxKey{}).(ID)
	return id
}
