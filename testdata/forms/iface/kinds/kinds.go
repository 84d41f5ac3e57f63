// Package kinds has two kinds of caches, and the interfaces of each.
package kinds

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// Base is what both have.
type Base interface {
	Drop(ctx context.Context, key string)
}

// Plain is a cache of whole keys.
type Plain interface {
	Base
	IsPlain() bool
}

// Tagged is a cache of one organisation, which puts that before each key.
type Tagged interface {
	Base
	IsTagged() bool
}

type plain struct{ rdb *redis.Client }

func (p *plain) IsPlain() bool { return true }

func (p *plain) Drop(ctx context.Context, key string) {
	p.rdb.Del(ctx, key) // want `^delete {key} caller$`
}

type tagged struct {
	rdb   *redis.Client
	orgID string
}

func (t *tagged) IsTagged() bool { return true }

func (t *tagged) Drop(ctx context.Context, key string) {
	t.rdb.Del(ctx, t.orgID+":"+key) // want `^delete {t\.orgID}:{key} yes$`
}

// NewPlain returns one kind.
func NewPlain(rdb *redis.Client) Plain { return &plain{rdb} }

// NewTagged returns the other.
func NewTagged(rdb *redis.Client, orgID string) Tagged { return &tagged{rdb, orgID} }
