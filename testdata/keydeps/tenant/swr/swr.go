// A stale-while-revalidate function of one's own, by an interface.
package swr

import (
	"context"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

type entry[T any] struct {
	value T
	at    time.Time
}

type Cache[T any] interface {
	SWR(ctx context.Context, key string, refresh func(context.Context) (T, error)) (T, error)
}

type cache[T any] struct {
	c     *lru.Cache[string, entry[T]]
	fresh time.Duration
}

func (c *cache[T]) SWR(ctx context.Context, key string, refresh func(context.Context) (T, error)) (T, error) {
	now := time.Now()
	if e, ok := c.c.Get(key); ok {
		if now.Sub(e.at) < c.fresh {
			return e.value, nil
		}
		go func() {
			if v, err := refresh(context.WithoutCancel(ctx)); err == nil {
				c.c.Add(key, entry[T]{v, time.Now()})
			}
		}()
		return e.value, nil
	}
	v, err := refresh(ctx)
	if err != nil {
		return v, err
	}
	c.c.Add(key, entry[T]{v, now})
	return v, nil
}

type Key struct{ ID, Hash string }

type Service struct {
	keys Cache[Key]
	find func(ctx context.Context, workspaceID, hash string) (Key, error)
}

func (s *Service) Key(ctx context.Context, workspaceID, hash string) (Key, error) {
	return s.keys.SWR(ctx, hash, func(ctx context.Context) (Key, error) { // want `value cached under "\{hash\}" depends on workspaceID`
		return s.find(ctx, workspaceID, hash)
	})
}
