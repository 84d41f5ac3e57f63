// The user decides what is listed, the key has the folder only.
package user

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Server struct {
	list  func(ctx context.Context, userID, folder string) []string
	cache *lru.Cache[string, []string]
}

func (s *Server) List(ctx context.Context, userID, folder string) []string {
	if v, ok := s.cache.Get(folder); ok {
		return v
	}
	v := s.list(ctx, userID, folder)
	s.cache.Add(folder, v) // want `depends on userID`
	return v
}
