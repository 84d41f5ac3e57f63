// The user is read from the context.
package principal

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type ctxKey struct{}

type Principal struct {
	ID    string
	Roles []string
}

func principal(ctx context.Context) *Principal {
	p, _ := ctx.Value(ctxKey{}).(*Principal)
	return p
}

type Server struct {
	list  func(user, folder string) []string
	cache *lru.Cache[string, []string]
}

func (s *Server) List(ctx context.Context, folder string) []string {
	if v, ok := s.cache.Get(folder); ok {
		return v
	}
	v := s.list(principal(ctx).ID, folder)
	s.cache.Add(folder, v) // want `depends on principal\(ctx\).ID`
	return v
}
