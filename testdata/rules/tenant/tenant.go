// Package tenant knows whose request it is.
package tenant

import (
	"context"
	"errors"
)

// ID is a tenant's UUID.
type ID string

type contextKey struct{}

// FromContext returns the tenant that ctx carries, and whether it carries one.
func FromContext(ctx context.Context) (ID, bool) {
	id, ok := ctx.Value(contextKey{}).(ID)
	return id, ok
}

// Require returns the tenant that ctx carries, or an error.
func Require(ctx context.Context) (ID, error) {
	if id, ok := FromContext(ctx); ok {
		return id, nil
	}
	return "", errors.New("no tenant")
}

// Must returns the tenant that ctx carries, and panics when it carries none.
func Must(ctx context.Context) ID {
	id, err := Require(ctx)
	if err != nil {
		panic(err)
	}
	return id
}
