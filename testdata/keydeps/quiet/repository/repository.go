// A repository behind an interface gets the context, as every one does: that alone says nothing.
package repository

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Country struct{ Code, Name string }

type Countries interface {
	Get(ctx context.Context, code string) (Country, error)
}

type Service struct {
	repo  Countries
	cache *lru.Cache[string, Country]
}

func (s *Service) Country(ctx context.Context, code string) (Country, error) {
	if c, ok := s.cache.Get(code); ok {
		return c, nil
	}
	c, err := s.repo.Get(ctx, code)
	if err == nil {
		s.cache.Add(code, c)
	}
	return c, err
}
