// Package tenant knows which customer a request belongs to.
package tenant

import (
	"context"
	"net/http"
	"regexp"
)

// ID is a customer's UUID. Unlike a row number it can't be guessed by counting.
type ID string

var uuid = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// Parse returns the ID that s spells, and whether it spells one.
func Parse(s string) (ID, bool) {
	return ID(s), uuid.MatchString(s)
}

type contextKey struct{}

// NewContext returns a context that carries the tenant.
func NewContext(ctx context.Context, id ID) context.Context {
	return context.WithValue(ctx, contextKey{}, id)
}

// FromContext returns the tenant that ctx carries, and whether it carries one.
func FromContext(ctx context.Context) (ID, bool) {
	id, ok := ctx.Value(contextKey{}).(ID)
	return id, ok
}

// Middleware puts the tenant into the request's context. The gateway sets the
// header from the session, and drops one that a client sends.
func Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, ok := Parse(r.Header.Get("X-Tenant-ID"))
		if !ok {
			http.Error(w, "unknown tenant", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r.WithContext(NewContext(r.Context(), id)))
	})
}
